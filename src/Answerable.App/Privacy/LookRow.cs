using Answerable.App.Acts;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.Privacy;

/// <summary>Who looked at what: numbers only, which tell nothing once their owner was erased.</summary>
internal sealed class LookRow
{
    public Guid Id { get; init; }
    public DateTimeOffset At { get; init; }
    public PersonId? Person { get; init; }

    /// <summary>Where it was no person: a key, the command line. Of a person, the key of theirs by which they looked.</summary>
    public string? Hand { get; init; }
    public Sight Sight { get; init; }
    public Guid? Subject { get; init; }
    public string? Page { get; init; }

    /// <summary>That it was taken down as it stands; an earlier version made none.</summary>
    public byte[]? Seal { get; set; }

    /// <summary>Puts them under seal. Those that are there already stay: where the answer to a commit was lost, they were kept all the
    /// same.</summary>
    /// <returns>How many there have ever been.</returns>
    public static async Task<long> AddAsync(AnswerableDb db, IReadOnlyCollection<LookRow> rows)
    {
        var ids = rows.Select(row => row.Id).ToArray();
        var known = await db.Set<LookRow>().Where(row => EF.Parameter(ids).Contains(row.Id)).Select(row => row.Id).ToListAsync();
        var fresh = rows.Where(row => !known.Contains(row.Id)).ToList();
        if (fresh.Count == 0)
            return 0;
        var chain = await ChainKey.OfAsync(db, CancellationToken.None);
        foreach (var row in fresh)
            row.Seal = LookSeal.Of(chain, row);
        var total = await LooksTotalRow.OfAsync(db, fresh.Min(row => row.At), CancellationToken.None);
        total.Change(chain, fresh, []);
        db.AddRange(fresh);
        return total.Taken;
    }

    internal sealed class Shape : IEntityTypeConfiguration<LookRow>
    {
        public void Configure(EntityTypeBuilder<LookRow> builder)
        {
            builder.ToTable("privacy_looks").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasIndex(row => row.At);
            builder.HasIndex(row => new { row.Person, row.At });
            builder.HasIndex(row => new { row.Subject, row.At });
        }
    }
}

/// <summary>For how long it is kept who looked: the one row, made by the script that makes its table.</summary>
internal sealed class LookRulesRow
{
    /// <summary>As the script has it that makes the table.</summary>
    public const int UsualDays = 730;

    public static readonly NeededRow Needed = new("for how long it is kept who looked (privacy_look_rules)", async (db, stop) =>
        await db.Set<LookRulesRow>().AsNoTracking().ToListAsync(stop) is [_]);

    public int Id { get; init; }
    public int Days { get; set; }
    public long Revision { get; set; }

    internal sealed class Shape : IEntityTypeConfiguration<LookRulesRow>
    {
        public void Configure(EntityTypeBuilder<LookRulesRow> builder)
        {
            builder.ToTable("privacy_look_rules").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Revision).IsConcurrencyToken();
        }
    }
}
