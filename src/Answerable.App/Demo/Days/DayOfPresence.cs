using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.App.Demo.Days;

/// <summary>A worker's day as they said it: ready, with a customer, on a break, signed out.</summary>
internal static class DayOfPresence
{
    public static IEnumerable<DemoPresence> Of(Worker worker, DateOnly day, LocalDays clock)
    {
        var (at, state) = (worker.From, Presence.SignedOut);
        foreach (var stretch in worker.Stretches)
        {
            if (stretch.From > at || state == Presence.SignedOut)
                yield return Change(Presence.Ready, at);
            if (Said(stretch.What) is var said && said != state)
                yield return Change(said, stretch.From);
            at = stretch.To;
        }
        if (state == Presence.SignedOut)
            yield return Change(Presence.Ready, at);
        yield return Change(Presence.SignedOut, worker.Ends);

        DemoPresence Change(Presence to, long ms)
        {
            var change = new DemoPresence(worker.Person, clock.At(day, ms), state, to);
            state = to;
            return change;
        }
    }

    private static Presence Said(Worker.Activity what) => what switch
    {
        Worker.Activity.Contact => Presence.Busy,
        Worker.Activity.Break => Presence.Break,
        Worker.Activity.Training => Presence.Training,
        Worker.Activity.OtherWork => Presence.OtherWork,
    };
}
