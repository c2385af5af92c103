using Answerable.App.Acts;
using Answerable.App.Mail;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Journal;

/// <summary>Keeps what came of sending a day's anchor to a place; one by mail goes into the outbox with it.</summary>
/// <param name="Where">Whither it was tried: where that has been changed meanwhile it says nothing of the place that is set now.</param>
/// <param name="Reason">Why it was not sent; null where it was.</param>
[Needs(Permission.AdministerSystem), InBulk]
internal sealed record NoteAnchor(DateOnly Day, AnchorPlace Place, string Where, Anchor Anchor, string? Reason) : IAct<Done>
{
    internal sealed class Handler : IHandle<NoteAnchor, Done>
    {
        public async Task<Outcome<Done>> Handle(NoteAnchor act, ActContext context, CancellationToken stop)
        {
            if (!(await AnchoringRow.OfAsync(context.Db, stop)).Places.Contains((act.Place, act.Where)))
                return Done.It;
            if (await context.Db.Set<AnchorSendingRow>().FindAsync([act.Day, act.Place], stop) is not { } row)
                context.Db.Add(row = new AnchorSendingRow { Day = act.Day, Place = act.Place });
            if (row.SentAt is not null)
                return Done.It;
            (row.Number, row.Attempts, row.TriedAt, row.Reason) = (act.Anchor.Number, row.Attempts + 1, context.Now, act.Reason);
            if (act.Place == AnchorPlace.Mail)
                await MailAsync(act, row, context, stop);
            row.SentAt = row.Reason is null ? context.Now : null;
            return Done.It;
        }

        private static async Task MailAsync(NoteAnchor act, AnchorSendingRow row, ActContext context, CancellationToken stop)
        {
            var anchor = act.Anchor;
            var laid = await context.MailAsync(new Letter(act.Where, $"Where the journal ended on {anchor.At:d MMMM yyyy}",
                "Keep this line where nobody of the centre can change it. It is sealed by the journal's key; `journal verify --anchors` with a file "
                + $"of such lines finds what was cut off or written anew since.\n\n{anchor.Line()}\n"), "Sending the day's anchor by mail", stop);
            if (laid.Allowed)
                row.Letter = laid.Value;
            else
                row.Reason = laid.Refusals[0].Text;
        }
    }
}
