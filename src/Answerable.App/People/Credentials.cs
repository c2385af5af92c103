using Microsoft.AspNetCore.Identity;

namespace Answerable.App.People;

/// <summary>
/// What a person signs in with, and nothing else of them: address, password, stamp, lockout, second factor.
/// Written by acts only, for what sign-in writes beside the writer undoes what an administrator did meanwhile (docs/adr/0008).
/// </summary>
public sealed class Credentials : IdentityUser<Guid>
{
    /// <summary>For somebody who may sign in with this address once they have chosen a password.</summary>
    internal static Credentials Of(PersonId person, string email) => new()
    {
        Id = person.Value,
        Email = email,
        UserName = email,
        NormalizedEmail = Normal(email),
        NormalizedUserName = Normal(email),
        EmailConfirmed = true,
        LockoutEnabled = true,
        SecurityStamp = Ids.New().ToString("N"),
    };

    internal static string Normal(string email) => email.Trim().ToUpperInvariant();

    /// <summary>Ends every session: they hold the stamp of when they began.</summary>
    internal void EndSessions() => SecurityStamp = Ids.New().ToString("N");
}
