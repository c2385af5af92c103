using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Answerable.App.People;

/// <summary>Passkeys by the framework's own checks, over our rows. It reads them only: what comes of a passkey is written by acts.</summary>
public sealed class Passkeys : IDisposable
{
    private static readonly IOptions<IdentityPasskeyOptions> Asked = Options.Create(new IdentityPasskeyOptions
    {
        // Who holds the device must show that they are who they are: so it stands for both factors.
        UserVerificationRequirement = "required",
        ResidentKeyRequirement = "required",
    });

#pragma warning disable RS0030 // The framework's checks ask for its manager of users; over this store it reads and cannot write.
    private readonly PasskeyStore _store;
    private readonly UserManager<Credentials> _people;
    private readonly PasskeyHandler<Credentials> _handler;

    internal Passkeys(IDbContextFactory<AnswerableDb> databases)
    {
        _store = new PasskeyStore(databases);
        _people = new UserManager<Credentials>(_store, Options.Create(new IdentityOptions()), new PasswordHasher<Credentials>(), [], [],
            new UpperInvariantLookupNormalizer(), new IdentityErrorDescriber(), null!, NullLogger<UserManager<Credentials>>.Instance);
        _handler = new PasskeyHandler<Credentials>(_people, Asked);
    }

    public void Dispose()
    {
        _people.Dispose();
        _store.Dispose();
    }
#pragma warning restore RS0030

    /// <summary>What a browser is asked to make a passkey by, and what its answer is checked against.</summary>
    public async Task<(string Options, string State)> ToMakeAsync(PersonId person, string email, string name, HttpContext http)
    {
        var made = await _handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = person.ToString(), Name = email, DisplayName = name }, http);
        return (made.CreationOptionsJson, made.AttestationState ?? "");
    }

    /// <summary>The passkey a browser made; null where it does not answer what was asked.</summary>
    public async Task<NewPasskey?> MadeAsync(string credential, string state, HttpContext http)
    {
        try
        {
            var made = await _handler.PerformAttestationAsync(
                new PasskeyAttestationContext { CredentialJson = credential, AttestationState = state, HttpContext = http });
            return made.Succeeded && made.Passkey is { IsUserVerified: true } passkey
                ? new NewPasskey(PersonId.From(Guid.Parse(made.UserEntity.Id)), passkey.CredentialId, passkey.PublicKey, passkey.SignCount,
                    passkey.IsBackupEligible, passkey.IsBackedUp)
                : null;
        }
        catch (Exception amiss) when (amiss is PasskeyException or FormatException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    public async Task<(string Options, string State)> ToSignInAsync(HttpContext http)
    {
        var asked = await _handler.MakeRequestOptionsAsync(null, http);
        return (asked.RequestOptionsJson, asked.AssertionState ?? "");
    }

    /// <summary>Whose passkey answered; null where none did, or not to what was asked.</summary>
    public async Task<ShownPasskey?> ShownAsync(string credential, string state, HttpContext http)
    {
        try
        {
            var shown = await _handler.PerformAssertionAsync(
                new PasskeyAssertionContext { CredentialJson = credential, AssertionState = state, HttpContext = http });
            return shown.Succeeded
                ? new ShownPasskey(shown.User.Id, shown.Passkey.CredentialId, shown.Passkey.SignCount, shown.Passkey.IsBackedUp) : null;
        }
        catch (Exception amiss) when (amiss is PasskeyException or FormatException or System.Text.Json.JsonException)
        {
            return null;
        }
    }
}

/// <summary>A passkey that a browser has just made, checked.</summary>
public sealed record NewPasskey(PersonId Person, byte[] Credential, byte[] PublicKey, long SignCount, bool BackupEligible, bool BackedUp);

/// <summary>A passkey that has just answered, checked.</summary>
public sealed record ShownPasskey(PersonId Person, byte[] Credential, long SignCount, bool BackedUp);
