using Answerable.App.Acts;
using Answerable.App.Mail;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Journal;

/// <summary>Keeps what came of sending a day's anchor to a place; one by mail goes into the outbox with it.</summary>
/// <param name="Reason">Why it was not sent; null where it was.</param>
[Needs(Permission.AdministerSystem), InBulk]
internal sealed record NoteAnchor(DateOnly Day, AnchorPlace Place, Anchor Anchor, string? Reason) : IAct<Done>
{
    internal sealed class Handler : IHandle<NoteAnchor, Done>
    {
        public async Task<Outcome<Done>> Handle(NoteAnchor act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.Set<AnchorSendingRow>().FindAsync([act.Day, act.Place], stop) is not { } row)
                context.Db.Add(row = new AnchorSendingRow { Day = act.Day, Place = act.Place });
            if (row.SentAt is not null)
                return Done.It;
            var reason = act.Place == AnchorPlace.Mail ? (await MailAsync(act.Anchor, context, stop))?.Text : act.Reason;
            (row.Number, row.Attempts, row.TriedAt, row.Reason) = (act.Anchor.Number, row.Attempts + 1, context.Now, reason);
            row.SentAt = reason is null ? context.Now : null;
            return Done.It;
        }

        private static async Task<Refusal?> MailAsync(Anchor anchor, ActContext context, CancellationToken stop)
        {
            var to = (await AnchoringRow.OfAsync(context.Db, stop)).MailTo;
            return await context.MailAsync(new Letter(to, $"Where the journal ended on {anchor.At:d MMMM yyyy}",
                "Keep this line where nobody of the centre can change it. It is sealed by the journal's key; `journal verify --anchors` with a file "
                + $"of such lines finds what was cut off or written anew since.\n\n{anchor.Line()}\n"), "Sending the day's anchor by mail", stop);
        }
    }
}
