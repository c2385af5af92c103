using Answerable.App.Operations;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Journal;

/// <summary>The journal's end, and its last anchors outside.</summary>
internal sealed class AnchorStands(IDbContextFactory<AnswerableDb> databases, TimeProvider time) : IStands
{
    private const string Group = "Journal";
    private static readonly TimeSpan Old = TimeSpan.FromHours(26);

    public async Task<IReadOnlyList<Standing>> AskAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var head = await db.Set<JournalHeadRow>().AsNoTracking().SingleAsync(stop);
        var all = new List<Standing> { new(Group, "Lines", $"{head.Number:N0}") };
        var places = (await AnchoringRow.OfAsync(db, stop)).Places.ToList();
        if (places.Count == 0)
            all.Add(new Standing(Group, "Anchors", "sent nowhere", Advice: "Say under Anchors whither the journal's head is sent each day: "
                + "kept outside, it shows what was cut off or written anew."));
        foreach (var (place, _) in places)
            all.Add(await PlaceAsync(db, place, stop));
        return all;
    }

    private async Task<Standing> PlaceAsync(AnswerableDb db, AnchorPlace place, CancellationToken stop)
    {
        var name = place switch
        {
            AnchorPlace.Folder => "Anchor in the folder",
            AnchorPlace.Address => "Anchor at the address",
            _ => "Anchor by mail",
        };
        var rows = db.Set<AnchorSendingRow>().AsNoTracking().Where(row => row.Place == place).OrderByDescending(row => row.Day);
        var last = await rows.FirstOrDefaultAsync(stop);
        if (last is { SentAt: null, Reason: { } reason })
            return new Standing(Group, name, "not sent", Condition.Amiss, $"{reason} It is tried again.", last.TriedAt);
        var sent = await rows.Where(row => row.SentAt != null).Select(row => row.SentAt).FirstOrDefaultAsync(stop);
        return sent is not { } at ? new Standing(Group, name, "not sent yet", Advice: "It goes out within minutes.")
            : time.GetUtcNow() - at > Old ? new Standing(Group, name, "last sent", Condition.Look, "It is late: see that a server is at work.", at)
            : new Standing(Group, name, "last sent", At: at);
    }
}
