using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Centre;
using Answerable.Model.People;

namespace Answerable.App.Centre;

/// <summary>Says on which hours of a week a queue, or every queue without hours of its own, is open.</summary>
/// <param name="Queue">Empty for all queues.</param>
/// <param name="Days">Monday first, each as 09:00-17:00; empty where closed.</param>
/// <param name="NewQueue">It was said that the queue is to come: no module need have met it yet.</param>
[Needs(Permission.AdministerSystem)]
public sealed record ChangeOpeningWeek(string Queue, IReadOnlyList<string> Days, long? Revision = null, bool NewQueue = false) : IAct<Done>
{
    internal sealed class Handler(CentreInForce centre, KnownQueues queues) : IHandle<ChangeOpeningWeek, Done>
    {
        public async Task<Outcome<Done>> Handle(ChangeOpeningWeek act, ActContext context, CancellationToken stop)
        {
            var row = await CentreRow.OfAsync(context.Db, stop);
            var read = OpeningHours.Weekdays.Select((_, place) => OpenSpan.Read(act.Days.ElementAtOrDefault(place))).ToList();
            var queue = await queues.FindAsync(act.Queue, act.NewQueue, context.Db, row.Opening(), stop);
            List<Refusal> refusals = [.. CentreRefusals.Changed(row, act.Revision), .. queue.Refusals];
            refusals.AddRange(read.Select((day, place) => day is null ? OpeningRules.Unreadable(OpeningRules.FieldOf(place)) : null)
                .OfType<Refusal>());
            if (refusals.Count == 0 && read.TrueForAll(day => day!.Count == 0))
                refusals.Add(new Refusal("centre.never-open", "Say the hours of one day at least: a week without any would close it for good.",
                    OpeningRules.FieldOf(0)));
            if (refusals.Count > 0)
                return refusals;
            var week = new WeekOfQueue(queue.Value, [.. read.Select(day => day!)]);
            if (OpeningRules.Of(week).ToList() is { Count: > 0 } overlapping)
                return overlapping;
            row.Open(row.Opening().With(week));
            centre.Change(row, context, new OpeningWeekChanged(week.Queue, [.. week.Days.Select(OpenSpan.Words)]));
            return Done.It;
        }
    }
}
