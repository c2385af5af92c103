using System.Security.Cryptography;
using System.Text;
using Answerable.App.Storage;
using Answerable.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.People;

/// <summary>A one-time way in, to choose a password: for a new person, or one who has lost theirs.</summary>
internal sealed class InvitationRow
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public Guid Id { get; init; }
    public PersonId Person { get; init; }
    public byte[] TokenHash { get; init; } = [];
    public DateTimeOffset InvitedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? AcceptedAt { get; set; }

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public static (InvitationRow Row, string Token) For(PersonId person, DateTimeOffset now)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        return (new InvitationRow { Id = Ids.New(), Person = person, TokenHash = HashOf(token), InvitedAt = now, ExpiresAt = now + Lifetime }, token);
    }

    /// <summary>One by its secret, while it is good; or why it no longer is. Whoever comes back to the one they used is told that they have used
    /// it.</summary>
    public static async Task<Outcome<InvitationRow>> OfAsync(AnswerableDb db, string token, DateTimeOffset now, CancellationToken stop)
    {
        var hash = HashOf(token);
        var found = await db.Set<InvitationRow>().SingleOrDefaultAsync(row => row.TokenHash == hash, stop);
        if (found?.AcceptedAt is not null)
            return PeopleRefusals.UsedWayIn;
        return found is not null && found.ExpiresAt > now
            && await db.Set<PersonRow>().AnyAsync(person => person.Id == found.Person && person.DeactivatedAt == null, stop)
            ? found : PeopleRefusals.Lapsed;
    }

    /// <summary>The links not yet used no longer open.</summary>
    public static Task WithdrawAsync(AnswerableDb db, PersonId person, CancellationToken stop) =>
        db.Set<InvitationRow>().Where(row => row.Person == person && row.AcceptedAt == null).ExecuteDeleteAsync(stop);

    internal sealed class Shape : IEntityTypeConfiguration<InvitationRow>
    {
        public void Configure(EntityTypeBuilder<InvitationRow> builder)
        {
            builder.ToTable("people_invitations").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.HasIndex(row => row.TokenHash).IsUnique();
            builder.HasIndex(row => row.Person);
            builder.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Person).OnDelete(DeleteBehavior.NoAction);
        }
    }
}
