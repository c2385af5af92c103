using Microsoft.Extensions.Logging;

namespace Answerable.App.Storage;

/// <summary>How the database stands, for those at the door: before anything is served from it, and when something went wrong with it.</summary>
public sealed class DatabaseDoor
{
    private readonly Dialect _dialect;

    internal DatabaseDoor(Dialect dialect) => _dialect = dialect;

    /// <summary>Holds the database for this server until it is closed.</summary>
    public IDisposable? HoldForServer() => _dialect.HoldForServer();

    /// <summary>Whether something went wrong because the database is away or takes no writing, in whatever it is wrapped.</summary>
    public bool IsAway(Exception? thrown) => All(thrown).Any(each => each is DatabaseUnfitException || _dialect.IsAway(each));

    /// <summary>Does what opens a database; what cannot be worked with is told in a sentence.</summary>
    /// <exception cref="DatabaseUnfitException">It cannot be worked with.</exception>
    public async Task OpenAsync(Func<Task> open)
    {
        try
        {
            await open();
        }
        catch (Exception broken) when (All(broken).Select(_dialect.Unfit).FirstOrDefault(sentence => sentence is not null) is { } sentence)
        {
            _dialect.LetGo();
            throw new DatabaseUnfitException(sentence, broken);
        }
    }

    /// <summary>Says what could not be done: briefly where the database is away, for then many say so at once, and where its key is not the one, for
    /// then nothing else is amiss.</summary>
    internal void Report(ILogger log, Exception broken, string what)
    {
        if (IsAway(broken))
            log.LogWarning("{What} The database is away: {Why}", what, broken.GetBaseException().Message);
        else if (All(broken).OfType<KeyFault>().FirstOrDefault() is { } fault)
            log.LogError("{What} {Why}", what, fault.Message);
        else
            log.LogError(broken, "{What}", what);
    }

    private static IEnumerable<Exception> All(Exception? thrown)
    {
        for (var each = thrown; each is not null; each = each.InnerException)
            yield return each;
    }
}
