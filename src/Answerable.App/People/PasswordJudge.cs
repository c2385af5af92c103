using Microsoft.AspNetCore.Identity;

namespace Answerable.App.People;

/// <summary>Compares a typed password with the one kept.</summary>
internal sealed class PasswordJudge(IPasswordHasher<Credentials> hasher)
{
    private readonly Lazy<string> _nobodys = new(() => hasher.HashPassword(new Credentials(), Ids.New().ToString()));

    public JudgedPassword Judge(Credentials? credentials, string password)
    {
        if (credentials?.PasswordHash is not { } hash)
        {
            // As slow as for somebody: the time it takes must not say which addresses there are.
            hasher.VerifyHashedPassword(new Credentials(), _nobodys.Value, password);
            return new JudgedPassword(credentials?.Id, false, null, null);
        }
        var verdict = hasher.VerifyHashedPassword(credentials, hash, password);
        var renewed = verdict == PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(credentials, password) : null;
        return new JudgedPassword(credentials.Id, verdict != PasswordVerificationResult.Failed, hash, renewed);
    }
}
