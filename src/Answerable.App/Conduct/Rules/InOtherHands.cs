using Answerable.App.Acts;
using Answerable.App.Contacts;
using Answerable.App.Journal;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>
/// What one whose act comes too late is told about a contact in a colleague's hands. What waited, or was left to be resumed, lay on every desk:
/// for a while it is still said who has it, and ever after that a colleague has. Of what never lay there nothing is told.
/// </summary>
internal static class InOtherHands
{
    /// <summary>As long as a page may well stand open on what lay there.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(10);

    private static readonly string[] LaidDown = ["walk.left", "walk.put-down"];
    private static readonly string[] TakenUp = ["contact.answered", "walk.resumed"];

    public static async Task<string> NameAsync(ActContext context, ContactId contact, PersonId agent, CancellationToken stop) =>
        await SeenAsync(context, contact, stop) || (await PastAsync(context, contact, stop)) is { LayOpen: true, JustNow: true }
            ? await Colleagues.NameAsync(context.Db, agent, stop) : "A colleague";

    /// <summary>Whether the one who acts is to be told no more than that there is no such contact.</summary>
    public static async Task<bool> HiddenAsync(ActContext context, ContactId contact, CancellationToken stop) =>
        !await SeenAsync(context, contact, stop) && !(await PastAsync(context, contact, stop)).LayOpen;

    private static async Task<bool> SeenAsync(ActContext context, ContactId contact, CancellationToken stop) => context.Who.Person is null
        || await new ReadingContext(context.Db, context.Who, context.Now).Sees(context.Db.Set<HandlingRow>())
            .AnyAsync(row => row.Contact == contact, stop);

    // Left without a procedure it leaves no line of that, but is answered once more by whoever resumes it, as it is with each referral accepted.
    private static async Task<(bool LayOpen, bool JustNow)> PastAsync(ActContext context, ContactId contact, CancellationToken stop)
    {
        var db = context.Db;
        var walks = await db.Set<WalkRow>().Where(walk => walk.Contact == contact).Select(walk => walk.Id).ToListAsync(stop);
        Guid[] subjects = [contact.Value, .. walks.Select(walk => walk.Value)];
        string[] names = [.. LaidDown, .. TakenUp];
        var lines = await db.Set<JournalRow>().Where(line => subjects.Contains(line.Subject) && names.Contains(line.Name))
            .Select(line => new { line.Name, line.At }).ToListAsync(stop);
        var accepted = await db.Set<ReferralRow>().CountAsync(row => row.Contact == contact && row.AcceptedBy != null, stop);
        var open = lines.Exists(line => LaidDown.Contains(line.Name)) || lines.Count(line => line.Name == TakenUp[0]) > accepted + 1
            || await db.Set<ContactRow>().AnyAsync(row => row.Id == contact && row.Queue != StartContact.Queue, stop);
        return (open, lines.Exists(line => TakenUp.Contains(line.Name) && line.At >= context.Now - Moment));
    }
}
