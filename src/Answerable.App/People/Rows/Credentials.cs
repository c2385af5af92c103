using System.Text;
using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.People;

/// <summary>
/// What a person signs in with, and nothing else of them: address, password, stamp, second factor. Written by acts only: what
/// sign-in wrote beside the writer undid what an administrator had done meanwhile (docs/adr/0008).
/// </summary>
public sealed class Credentials : IdentityUser<PersonId>
{
    /// <summary>The half minute of the last code of the second factor that was used: it and those before it are used up.</summary>
    internal long? LastCodeStep { get; set; }

    /// <summary>For somebody who may sign in with this address once they have chosen a password.</summary>
    internal static Credentials Of(PersonId person, string email) => new()
    {
        Id = person,
        Email = email,
        UserName = email,
        NormalizedEmail = Normal(email),
        NormalizedUserName = Normal(email),
        EmailConfirmed = true,
        LockoutEnabled = true,
        SecurityStamp = Ids.New().ToString("N"),
    };

    /// <summary>Composed or not, in capitals or not, with or without what shows nothing: it is one address.</summary>
    internal static string Normal(string email) =>
        ShownText.WithoutShapeless(email).Normalize(NormalizationForm.FormKC).ToUpperInvariant();

    /// <summary>0.1.0 kept an address as it was typed, in capitals: a composed letter may stand there taken apart, or a wide one wide.</summary>
    internal static string[] Writings(string email) =>
    [
        .. ((NormalizationForm[])[NormalizationForm.FormKC, NormalizationForm.FormC, NormalizationForm.FormD])
            .Select(form => ShownText.WithoutShapeless(email).Normalize(form).ToUpperInvariant()).Distinct(),
    ];

    /// <summary>Whose address it is, however it was written when it was kept.</summary>
    internal static async Task<Credentials?> OfAsync(IQueryable<Credentials> all, string email, CancellationToken stop)
    {
        var (writings, typed) = (Writings(email), email.Trim().ToUpperInvariant());
        var found = await all.Where(row => writings.Contains(row.NormalizedEmail!)).ToListAsync(stop);
        // Two that 0.1.0 told apart are still told apart: by the writing that is typed.
        return found.MinBy(row => (row.NormalizedEmail != typed, row.NormalizedEmail != writings[0]));
    }

    /// <summary>Who signs in by more than a password: a passkey stands for both.</summary>
    internal static IQueryable<PersonId> WithSecondFactor(AnswerableDb db) => db.Set<Credentials>()
        .Where(row => row.TwoFactorEnabled || db.Set<PasskeyRow>().Any(passkey => passkey.Person == row.Id)).Select(row => row.Id);

    /// <summary>Ends every session on every node: each holds the stamp of when it began. Live pages end with them.</summary>
    internal void EndSessions(ActContext context)
    {
        SecurityStamp = Ids.New().ToString("N");
        context.Tell(Sessions.Topic(Id));
    }

    internal sealed class Shape : IEntityTypeConfiguration<Credentials>
    {
        private const int LongestName = 256;

        public void Configure(EntityTypeBuilder<Credentials> builder)
        {
            builder.ToTable("people_users").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.LastCodeStep);
            builder.Property(row => row.ConcurrencyStamp).IsConcurrencyToken();
            builder.Property(row => row.UserName).HasMaxLength(LongestName);
            builder.Property(row => row.NormalizedUserName).HasMaxLength(LongestName);
            builder.Property(row => row.Email).HasMaxLength(LongestName);
            builder.Property(row => row.NormalizedEmail).HasMaxLength(LongestName);
            builder.HasIndex(row => row.NormalizedUserName).HasDatabaseName("UserNameIndex").IsUnique();
            builder.HasIndex(row => row.NormalizedEmail).HasDatabaseName("EmailIndex");
            builder.HasMany<IdentityUserClaim<PersonId>>().WithOne().HasForeignKey(row => row.UserId).IsRequired();
            builder.HasMany<IdentityUserLogin<PersonId>>().WithOne().HasForeignKey(row => row.UserId).IsRequired();
            builder.HasMany<IdentityUserToken<PersonId>>().WithOne().HasForeignKey(row => row.UserId).IsRequired();
        }
    }
}
