using Answerable.App.Storage;
using Answerable.App.Work;
using Answerable.Model;

namespace Answerable.App.Privacy;

/// <summary>
/// After an erasure: what was deleted is in none of the database's own files any more. Until it is done, keys and texts that nobody can reach may
/// still lie in its log, or in pages it has let go of.
/// </summary>
[WorkName("privacy.wipe-erased", MostAttempts = 100)]
internal sealed record WipeErased : IWork
{
    public const string Key = "wipe-erased";
    private static readonly string[] Tables = ["journal_personal_keys", "journal_personal", "journal_customers", "import_remarks"];

    internal sealed class Performer(Dialect dialect) : IPerform<WipeErased>
    {
        public async Task<Outcome<Done>> PerformAsync(WipeErased work, WorkInHand hand, CancellationToken stop)
        {
            await NowAsync(dialect, stop);
            return Done.It;
        }
    }

    public static async Task NowAsync(Dialect dialect, CancellationToken stop)
    {
        await using var connection = await dialect.OpenAsync(stop);
        await dialect.WipeAsync(connection, Tables, whole: false, stop);
    }
}

/// <summary>The same for a command, which ends before a server would come to it.</summary>
public sealed class ErasureWiped
{
    private readonly Dialect _dialect;

    internal ErasureWiped(Dialect dialect) => _dialect = dialect;

    public Task NowAsync(CancellationToken stop) => WipeErased.NowAsync(_dialect, stop);
}
