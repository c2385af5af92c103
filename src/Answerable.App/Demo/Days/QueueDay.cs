using Answerable.App.Privacy;
using Answerable.Model.Contacts;
using Answerable.Simulation.Streams;

namespace Answerable.App.Demo.Days;

/// <summary>
/// One queue on one day: first come, first served by whoever is free first, the longest idle of several. Customers on a line
/// leave when their patience ends, and some ring again; what is written waits to be sorted, and over night where nobody comes to it.
/// </summary>
internal sealed class QueueDay(DateOnly day, LocalDays clock, Demand demand,
    IReadOnlyList<Worker> workers, RandomStream chance, Func<string, bool> improved)
{
    private const double RingsAgain = 0.55;
    private const double CustomerKnown = 0.94;
    private readonly PriorityQueue<(Comer Coming, long Ready), (long, int)> _line = new();
    private int _order;

    public List<DemoContact> Contacts { get; } = [];

    /// <summary>What nobody came to today.</summary>
    public List<Comer> Left { get; } = [];

    public void Join(Comer coming)
    {
        // What waits since an earlier day was sorted then.
        var ready = demand.PatienceSeconds is null && coming.At >= 0 ? coming.At + SortingLaw.Draw(coming.Channel, chance) : coming.At;
        _line.Enqueue((coming, ready), (ready, _order++));
    }

    public void Run()
    {
        while (_line.TryDequeue(out var next, out _))
            if (demand.PatienceSeconds is { } patience)
                ServeOnLine(next.Coming, (long)(patience * 1000 * chance.NextExponential()) + 4_000);
            else
                ServeInTime(next.Coming, next.Ready);
        foreach (var worker in workers)
            worker.GoHome();
    }

    private void ServeOnLine(Comer coming, long patience)
    {
        var closes = (long)(demand.HoursOf(day).To * 3_600_000);
        var first = First(coming.At);
        if (first is { } found && found.Start - coming.At <= patience)
            Contacts.Add(Handled(coming, found.Worker, found.Start));
        else if (coming.At < closes)
            LeaveLine(coming, Math.Min(patience, closes - coming.At));
    }

    private void ServeInTime(Comer coming, long ready)
    {
        if (First(ready) is { } found)
            Contacts.Add(Handled(coming, found.Worker, found.Start));
        else
            Left.Add(coming);
    }

    private (Worker Worker, long Start)? First(long at)
    {
        (Worker Worker, long Start)? best = null;
        foreach (var worker in workers)
            if (worker.Start(at) is { } start
                && (best is null || start < best.Value.Start || (start == best.Value.Start && worker.Free < best.Value.Worker.Free)))
                best = (worker, start);
        return best;
    }

    private DemoContact Handled(Comer coming, Worker worker, long start)
    {
        var law = HandlingLaw.Of(coming.Type);
        var now = improved(coming.Type);
        var pace = worker.Pace * HandlingLaw.Pace(coming.Channel) * (now ? 1 : 0.95);
        var spoken = coming.Channel is Channel.Phone or Channel.Visit;
        var contact = new DemoContact(coming.Key, clock.At(day, coming.At), demand, coming.Channel, coming.Type, CustomerOf(coming),
            ContactState.Handled, start - coming.At)
        {
            TalkMs = 15_000 + (long)(1000 * pace * law.TalkLaw.Draw(chance)),
            HoldMs = spoken && chance.Chance(HandlingLaw.HoldChance) ? (long)(1000 * HandlingLaw.Hold.Draw(chance)) : 0,
            WrapMs = (long)(1000 * pace * law.WrapLaw.Draw(chance)),
            Agent = worker.Person,
            Resolved = chance.Chance((now ? law.Resolved : law.Before ?? law.Resolved) + worker.Skill),
            Guided = chance.Chance(spoken || coming.Channel == Channel.Chat ? 0.92 : 0.7),
            OutcomeKnown = chance.Chance(0.93),
        };
        worker.Take(start, contact.TalkMs + contact.HoldMs + contact.WrapMs);
        return contact;
    }

    private void LeaveLine(Comer coming, long waited)
    {
        Contacts.Add(new DemoContact(coming.Key, clock.At(day, coming.At), demand, coming.Channel, coming.Type, CustomerOf(coming),
            ContactState.Abandoned, waited));
        var again = coming.At + waited + 180_000 + (long)(1_200_000 * chance.NextExponential());
        if (coming.Tries < 3 && chance.Chance(RingsAgain) && again < (long)(demand.HoursOf(day).To * 3_600_000))
            Join(coming with { Key = $"{coming.Key}/again-{coming.Tries + 1}", At = again, Tries = coming.Tries + 1 });
    }

    private int? CustomerOf(Comer coming) => chance.Chance(CustomerKnown) ? coming.Customer : null;
}
