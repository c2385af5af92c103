using System.Globalization;
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
    private readonly Store _store;
    private readonly UserManager<Credentials> _people;
    private readonly PasskeyHandler<Credentials> _handler;

    internal Passkeys(IDbContextFactory<AnswerableDb> databases)
    {
        _store = new Store(databases);
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

    private sealed class Store(IDbContextFactory<AnswerableDb> databases) : IUserPasskeyStore<Credentials>
    {
        private const string ByActs = "Credentials are written by acts (docs/adr/0008).";

        public Task<string> GetUserIdAsync(Credentials user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

        public Task<string?> GetUserNameAsync(Credentials user, CancellationToken cancellationToken) => Task.FromResult(user.UserName);

        public Task<string?> GetNormalizedUserNameAsync(Credentials user, CancellationToken cancellationToken) =>
            Task.FromResult(user.NormalizedUserName);

        public async Task<Credentials?> FindByIdAsync(string userId, CancellationToken cancellationToken)
        {
            if (!Guid.TryParse(userId, CultureInfo.InvariantCulture, out var id))
                return null;
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var person = PersonId.From(id);
            return await db.Set<Credentials>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == person, cancellationToken);
        }

        public async Task<Credentials?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            return await db.Set<Credentials>().AsNoTracking()
                .SingleOrDefaultAsync(row => row.NormalizedUserName == normalizedUserName, cancellationToken);
        }

        public async Task<Credentials?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            return await db.Set<Credentials>().AsNoTracking().SingleOrDefaultAsync(
                row => db.Set<PasskeyRow>().Any(key => key.Person == row.Id && key.Credential == credentialId), cancellationToken);
        }

        public async Task<UserPasskeyInfo?> FindPasskeyAsync(Credentials user, byte[] credentialId, CancellationToken cancellationToken)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            return (await db.Set<PasskeyRow>().AsNoTracking().SingleOrDefaultAsync(
                row => row.Person == user.Id && row.Credential == credentialId, cancellationToken))?.Info();
        }

        public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Credentials user, CancellationToken cancellationToken)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            return (await db.Set<PasskeyRow>().AsNoTracking().Where(row => row.Person == user.Id).ToListAsync(cancellationToken))
                .ConvertAll(row => row.Info());
        }

        public Task AddOrUpdatePasskeyAsync(Credentials user, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
            throw new NotSupportedException(ByActs);

        public Task RemovePasskeyAsync(Credentials user, byte[] credentialId, CancellationToken cancellationToken) =>
            throw new NotSupportedException(ByActs);

        public Task SetUserNameAsync(Credentials user, string? userName, CancellationToken cancellationToken) =>
            throw new NotSupportedException(ByActs);

        public Task SetNormalizedUserNameAsync(Credentials user, string? normalizedName, CancellationToken cancellationToken) =>
            throw new NotSupportedException(ByActs);

        public Task<IdentityResult> CreateAsync(Credentials user, CancellationToken cancellationToken) => throw new NotSupportedException(ByActs);

        public Task<IdentityResult> UpdateAsync(Credentials user, CancellationToken cancellationToken) => throw new NotSupportedException(ByActs);

        public Task<IdentityResult> DeleteAsync(Credentials user, CancellationToken cancellationToken) => throw new NotSupportedException(ByActs);

        public void Dispose()
        {
            // Each question has a context of its own.
        }
    }
}

/// <summary>A passkey that a browser has just made, checked.</summary>
public sealed record NewPasskey(PersonId Person, byte[] Credential, byte[] PublicKey, long SignCount, bool BackupEligible, bool BackedUp);

/// <summary>A passkey that has just answered, checked.</summary>
public sealed record ShownPasskey(PersonId Person, byte[] Credential, long SignCount, bool BackedUp);
