using Answerable.App.Storage;
using Answerable.App.Work;
using Answerable.Model;

namespace Answerable.App.Privacy;

/// <summary>
/// After an erasure: what was deleted is in none of the database's own files any more. Until it is done, keys and texts that nobody can reach may
/// still lie in its log, or in pages it has let go of. It is never given up.
/// </summary>
[WorkName("privacy.wipe-erased", MostAttempts = int.MaxValue)]
internal sealed record WipeErased : IWork
{
    public const string Doing = "Overwriting what was erased";

    internal sealed class Performer(ErasureWiped wiped) : IPerform<WipeErased>
    {
        public async Task<Outcome<Done>> PerformAsync(WipeErased work, WorkInHand hand, CancellationToken stop) =>
            await wiped.NowAsync(stop) is { } hindrance ? throw new NotYetException(hindrance) : Done.It;
    }
}

/// <summary>The same for a command, which ends before a server would come to it.</summary>
public sealed class ErasureWiped
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly string[] Own = ["journal_personal_keys", "journal_personal", "journal_customers"];
    private readonly Dialect _dialect;
    private readonly string[] _tables;

    internal ErasureWiped(Dialect dialect, IEnumerable<IEraseToo> others) =>
        (_dialect, _tables) = (dialect, [.. Own, .. others.SelectMany(other => other.Rewrites)]);

    /// <returns>Nothing where it is done; else a sentence that says what it waits for.</returns>
    public Task<string?> NowAsync(CancellationToken stop) => _dialect.WipeAsync(_tables, whole: false, Patience, stop);
}
