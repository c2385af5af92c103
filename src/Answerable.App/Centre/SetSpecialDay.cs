using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Centre;
using Answerable.Model.People;

namespace Answerable.App.Centre;

/// <summary>Says that one date opens unlike its weekday, or not at all. It goes before bank holidays and the week.</summary>
/// <param name="Queue">Empty for all queues.</param>
/// <param name="Open">As 10:00-16:00; empty where closed.</param>
[Needs(Permission.AdministerSystem)]
public sealed record SetSpecialDay(DateOnly? Date, string Queue, string Open, string Why) : IAct<Done>
{
    internal sealed class Handler(CentreInForce centre) : IHandle<SetSpecialDay, Done>
    {
        public async Task<Outcome<Done>> Handle(SetSpecialDay act, ActContext context, CancellationToken stop)
        {
            List<Refusal> refusals = [.. CentreRefusals.OfQueue(act.Queue)];
            if (act.Date is null)
                refusals.Add(new Refusal("centre.special-date", "Choose the date.", nameof(Date)));
            var open = OpenSpan.Read(act.Open);
            if (open is null)
                refusals.Add(OpeningRules.Unreadable(nameof(Open)));
            var day = new SpecialOpening(act.Date ?? default, act.Queue.Trim(), open ?? [], act.Why.Trim());
            refusals.AddRange(OpeningRules.Of(day));
            if (refusals.Count > 0)
                return refusals;
            var row = await CentreRow.OfAsync(context.Db, stop);
            row.Open(row.Opening().With(day));
            centre.Change(row, context, new SpecialDaySet(day.Date, day.Queue, OpenSpan.Words(day.Open), day.Why));
            return Done.It;
        }
    }
}
