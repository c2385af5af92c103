using Answerable.App.Acts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Compares a typed password with the one kept.</summary>
internal sealed class PasswordJudge(IPasswordHasher<Credentials> hasher)
{
    private static readonly Credentials Nobody = new();
    private readonly Lazy<string> _nobodys = new(() => hasher.HashPassword(Nobody, Ids.New().ToString()));

    public string Hash(string password) => hasher.HashPassword(Nobody, password);

    /// <summary>One's own, typed again before something that matters.</summary>
    public async Task<JudgedPassword> OwnAsync(ReadingContext context, string password, CancellationToken stop) =>
        Judge(await context.Db.Set<Credentials>().SingleOrDefaultAsync(row => row.Id == context.Who.Id, stop), password);

    public JudgedPassword Judge(Credentials? credentials, string password)
    {
        if (credentials?.PasswordHash is not { } hash)
        {
            // As slow as for somebody: the time it takes must not say which addresses there are.
            hasher.VerifyHashedPassword(Nobody, _nobodys.Value, password);
            return new JudgedPassword(credentials?.Id, false, null, null);
        }
        var verdict = hasher.VerifyHashedPassword(credentials, hash, password);
        var renewed = verdict == PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(credentials, password) : null;
        return new JudgedPassword(credentials.Id, verdict != PasswordVerificationResult.Failed, hash, renewed);
    }
}
