using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Centre;
using Answerable.Model.People;

namespace Answerable.App.Centre;

/// <summary>Says that one date opens unlike its weekday, or not at all. It goes before bank holidays and the week.</summary>
/// <param name="Queue">Empty for all queues.</param>
/// <param name="Open">As 10:00-16:00; empty where closed.</param>
/// <param name="NewQueue">It was said that the queue is to come: no module need have met it yet.</param>
[Needs(Permission.AdministerSystem)]
public sealed record SetSpecialDay(DateOnly? Date, string Queue, string Open, string Why, bool NewQueue = false) : IAct<Done>
{
    internal sealed class Handler(CentreInForce centre, KnownQueues queues) : IHandle<SetSpecialDay, Done>
    {
        public async Task<Outcome<Done>> Handle(SetSpecialDay act, ActContext context, CancellationToken stop)
        {
            var row = await CentreRow.OfAsync(context.Db, stop);
            var queue = await queues.FindAsync(act.Queue, act.NewQueue, context.Db, row.Opening(), stop);
            List<Refusal> refusals = [.. queue.Refusals];
            if (act.Date is null)
                refusals.Add(new Refusal("centre.special-date", "Choose the date, as 2026-12-24.", nameof(Date)));
            else
                refusals.AddRange(OpeningRules.Near(act.Date.Value, DateOnly.FromDateTime(context.Now.UtcDateTime)));
            var open = OpenSpan.Read(act.Open);
            if (open is null)
                refusals.Add(OpeningRules.Unreadable(nameof(Open)));
            var day = new SpecialOpening(act.Date ?? default, queue.Allowed ? queue.Value : "", open ?? [], act.Why.Shown());
            refusals.AddRange(OpeningRules.Of(day));
            if (refusals.Count > 0)
                return refusals;
            row.Open(row.Opening().With(day));
            centre.Change(row, context, new SpecialDaySet(day.Date, day.Queue, OpenSpan.Words(day.Open), day.Why));
            return Done.It;
        }
    }
}
