using Answerable.App.Privacy;
using Answerable.App.Storage;
using Answerable.Model;

namespace Answerable.App.Conduct;

/// <summary>What people type in their own words may name somebody: it is kept under the customer's key, and facts name only its place.</summary>
internal static class OwnWords
{
    public const int Most = 4000;

    public static async Task<Guid?> KeepAsync(AnswerableDb db, Guid owner, string? words, CancellationToken stop)
    {
        var text = words.Shown();
        return text.Length == 0 ? null : await PersonalVault.KeepAsync(db, owner, text.Length > Most ? text[..Most] : text, stop);
    }
}
