using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.App.Work;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Journal;

/// <summary>
/// Sends where the journal ended, once a day to every place that is set, on whichever server the timetable chooses. What could not be sent is tried
/// again: in five minutes, ten, twenty, to every two hours.
/// </summary>
internal sealed class AnchorRound(Dispatcher dispatcher, AnchorPost post, IDbContextFactory<AnswerableDb> databases, TimeProvider time) : IRound
{
    /// <summary>Told where the places have been changed.</summary>
    public const string News = "anchoring";

    public const string Called = "daily-anchor";

    private static readonly BackOff Pauses = new(TimeSpan.FromMinutes(5), TimeSpan.FromHours(2));

    public string Name => Called;
    public TimeSpan Every => Pauses.First;
    public string Topic => News;

    public async Task GoAsync(CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var due = await DueAsync(today, stop);
        if (due.Count == 0 || await dispatcher.AskAsync(new JournalAnchor(), Actor.System, stop) is not { Allowed: true, Value: var anchor })
            return;
        foreach (var (place, where) in due)
        {
            var reason = place switch
            {
                AnchorPlace.Folder => await WriteAsync(where, anchor, stop),
                AnchorPlace.Address => await post.SendAsync(where, anchor, stop),
                _ => null,
            };
            await dispatcher.DoAsync(new NoteAnchor(today, place, where, anchor, reason), Actor.System, stop);
        }
    }

    private async Task<List<(AnchorPlace Place, string Where)>> DueAsync(DateOnly today, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var row = await AnchoringRow.OfAsync(db, stop);
        if (row.Rests)
            return [];
        var places = row.Places.ToList();
        var tried = await db.Set<AnchorSendingRow>().AsNoTracking().Where(row => row.Day == today).ToDictionaryAsync(row => row.Place, stop);
        return places.FindAll(place => !tried.TryGetValue(place.Place, out var sent)
            || (sent.SentAt is null && sent.TriedAt + Pauses.After(sent.Attempts) <= time.GetUtcNow()));
    }

    private static async Task<string?> WriteAsync(string folder, Anchor anchor, CancellationToken stop)
    {
        try
        {
            var path = Path.Combine(folder, AnchorFile.Name);
            await File.AppendAllLinesAsync(path, [anchor.Line()], stop);
            OwnFile.Settle(path);
            return null;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return broken is DirectoryNotFoundException
                ? "The folder is not there."
                : "The folder takes no writing. See that the server may write there.";
        }
    }
}

/// <summary>What is written into a folder: a line a day, as `journal verify --anchors` reads it.</summary>
public static class AnchorFile
{
    public const string Name = "answerable-anchors.txt";
}
