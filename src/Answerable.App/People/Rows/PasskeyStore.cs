using System.Globalization;
using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Our rows as the framework's checks of passkeys ask for them. It reads, and writes nothing.</summary>
internal sealed class PasskeyStore(IDbContextFactory<AnswerableDb> databases) : IUserPasskeyStore<Credentials>
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
