using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.People;

/// <summary>What this centre demands of sign-ins: the one row, made by the script that makes its table.</summary>
internal sealed class SignInRulesRow
{
    public const int Only = 1;

    /// <summary>As the script has it that makes the table.</summary>
    public const int UsualMinutes = 240;

    public int Id { get; init; }
    public int IdleMinutes { get; set; }
    /// <summary>Names of the roles that are only theirs who have a second factor.</summary>
    public string SecondFactor { get; set; } = "";
    public long Revision { get; set; }

    public IReadOnlyList<Role> SecondFactorOf
    {
        get => [.. SecondFactor.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ByName.Kept<Role>)];
        set => SecondFactor = string.Join(' ', value);
    }

    public static readonly NeededRow Needed = new("the rules for signing in (people_sign_in_rules)", async (db, stop) =>
        await db.Set<SignInRulesRow>().AsNoTracking().ToListAsync(stop) is [{ Id: Only, SecondFactorOf: not null }]);

    public static Task<SignInRulesRow> OfAsync(AnswerableDb db, CancellationToken stop) =>
        db.Set<SignInRulesRow>().SingleAsync(row => row.Id == Only, stop);

    public bool DemandsOf(IReadOnlyList<Role> roles) => SecondFactorOf.Any(roles.Contains);

    internal sealed class Shape : IEntityTypeConfiguration<SignInRulesRow>
    {
        public void Configure(EntityTypeBuilder<SignInRulesRow> builder)
        {
            builder.ToTable("people_sign_in_rules").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Revision).IsConcurrencyToken();
            builder.Ignore(row => row.SecondFactorOf);
        }
    }
}
