using Answerable.App.Mail;
using Answerable.App.Operations;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Journal;

/// <summary>The journal's end, and its last anchors outside.</summary>
internal sealed class AnchorStands(IDbContextFactory<AnswerableDb> databases, TimeProvider time) : IStands
{
    private const string Group = "Journal";
    private static readonly TimeSpan Old = TimeSpan.FromHours(26);
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<HealthLine>> AskAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var head = await db.Set<JournalHeadRow>().AsNoTracking().SingleAsync(stop);
        var all = new List<HealthLine> { new(Group, "Lines", $"{head.Number:N0}") };
        var row = await AnchoringRow.OfAsync(db, stop);
        if (row.Rests)
            return [.. all, new HealthLine(Group, "Anchors", "rest since this centre was restored", Condition.Look, "They would go where those of "
                + "the centre it was copied from go. If this is the centre now, press Keep these under Anchors; in a copy, leave it so.")];
        var places = row.Places.ToList();
        if (places.Count == 0)
            all.Add(new HealthLine(Group, "Anchors", "sent nowhere", Advice: "Say under Anchors whither the journal's head is sent each day: "
                + "kept outside, it shows what was cut off or written anew."));
        foreach (var (place, _) in places)
            all.Add(await PlaceAsync(db, place, stop));
        return all;
    }

    private async Task<HealthLine> PlaceAsync(AnswerableDb db, AnchorPlace place, CancellationToken stop)
    {
        var name = place switch
        {
            AnchorPlace.Folder => "Anchor in the folder",
            AnchorPlace.Address => "Anchor at the address",
            _ => "Anchor by mail",
        };
        var now = time.GetUtcNow();
        var last = await db.Set<AnchorSendingRow>().AsNoTracking().Where(row => row.Place == place && !row.Former)
            .OrderByDescending(row => row.Day).FirstOrDefaultAsync(stop);
        if (last is null)
            return new HealthLine(Group, name, "not sent yet", Advice: "It goes out within minutes.");
        if (last.SentAt is not { } at)
            return new HealthLine(Group, name, "not sent", Condition.Amiss, last.Day == DateOnly.FromDateTime(now.UtcDateTime)
                ? $"{last.Reason} It is tried again." : $"{last.Reason} Today's goes out within minutes.", last.TriedAt);
        if (last.Letter is { } letter && await db.Set<LetterRow>().AnyAsync(row => row.Id == letter, stop))
            return now - at > Held
                ? new HealthLine(Group, name, "in the outbox since", Condition.Look, "The mail server has not taken it.", at)
                : new HealthLine(Group, name, "in the outbox since", At: at);
        return now - at > Old
            ? new HealthLine(Group, name, "last sent", Condition.Look, "It is late: see that a server is at work.", at)
            : new HealthLine(Group, name, "last sent", At: at);
    }
}
