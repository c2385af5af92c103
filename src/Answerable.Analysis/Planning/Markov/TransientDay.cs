using Answerable.Simulation.Numerics;

namespace Answerable.Analysis.Planning.Markov;

/// <summary>
/// A day that never settles, exactly: demand and agents change from interval to interval, exponential handling and patience, from
/// an empty centre: M(t)/M/n(t)+M.
/// </summary>
/// <remarks>
/// Within an interval a Markov chain over (agents busy, contacts waiting), advanced by <see cref="Uniformisation"/>. Where the agents
/// become fewer in mid-contact, those over the new number finish and go (exhaustive) or hand back their contacts (pre-empt).
/// The queue is cut where less than 1e-15 of the time is spent at the cut.
/// </remarks>
public sealed class TransientDay
{
    private const int MostStates = 100_000;
    private const double MostWork = 5e9;
    private const double Negligible = 1e-17;

    private readonly double handlingSeconds;
    private readonly double patienceSeconds;
    private readonly double intervalSeconds;
    private readonly ShiftEnd shiftEnd;
    private Dictionary<State, double> now = new() { [default] = 1 };

    private readonly record struct State(int Busy, int Waiting);

    /// <summary>A day from empty.</summary>
    /// <exception cref="InvalidOperationException">A time has a fault; ask <see cref="Faults"/> first.</exception>
    public TransientDay(double handlingSeconds, double patienceSeconds, double intervalSeconds, ShiftEnd shiftEnd)
    {
        Fault.ThrowOn(Faults(handlingSeconds, patienceSeconds, intervalSeconds));
        (this.handlingSeconds, this.patienceSeconds, this.intervalSeconds) = (handlingSeconds, patienceSeconds, intervalSeconds);
        this.shiftEnd = shiftEnd;
    }

    /// <summary>Every reason why a day cannot be computed with these times; none when it can.</summary>
    public static IEnumerable<Fault> Faults(double handlingSeconds, double patienceSeconds, double intervalSeconds) =>
    [
        .. Bounds.Positive("aht_s", handlingSeconds, Bounds.MostSeconds),
        .. Bounds.Positive("patience_s", patienceSeconds, Bounds.MostSeconds),
        .. Bounds.Positive("interval_s", intervalSeconds, Bounds.MostSeconds),
    ];

    /// <summary>Lives through the next interval; null where its states or steps are too many to compute.</summary>
    /// <exception cref="InvalidOperationException">The interval has <see cref="TransientInterval.Faults"/>.</exception>
    public TransientFigures? Next(TransientInterval interval)
    {
        Fault.ThrowOn(interval.Faults());
        var start = Staffed(interval.Agents);
        for (var longest = start.Keys.Max(state => state.Waiting) + 64; ; longest *= 2)
        {
            var space = StateSpace.Explore(start.Keys, (state, go) => Leave(state, interval, longest, go), MostStates);
            if (space is null || Uniformisation.Steps(space.Chain, intervalSeconds) * space.Chain.States > MostWork)
                return null;
            var passage = Uniformisation.Advance(space.Chain, Spread(start, space), intervalSeconds);
            var lived = space.States.Select((state, number) => new Lived(state, passage.AtEnd[number], passage.SecondsIn[number] / intervalSeconds))
                .ToList();
            if (lived.Where(at => at.State.Waiting == longest).Sum(at => at.AtEnd + at.Share) > 1e-15)
                continue;
            now = lived.Where(at => at.AtEnd > Negligible).ToDictionary(at => at.State, at => at.AtEnd);
            return Figures(interval, lived);
        }
    }

    /// <summary>The distribution after the change of shift.</summary>
    private Dictionary<State, double> Staffed(int agents)
    {
        Dictionary<State, double> changed = [];
        foreach (var (state, probability) in now)
        {
            var at = Staffed(state, agents);
            changed[at] = changed.GetValueOrDefault(at) + probability;
        }
        return changed;
    }

    private State Staffed(State at, int agents)
    {
        if (at.Busy <= agents)
        {
            var answered = Math.Min(at.Waiting, agents - at.Busy);
            return new State(at.Busy + answered, at.Waiting - answered);
        }
        return shiftEnd == ShiftEnd.Exhaustive ? at : new State(agents, at.Waiting + at.Busy - agents);
    }

    private void Leave(State at, TransientInterval interval, int longest, Action<State, double> go)
    {
        if (at.Busy < interval.Agents)
            go(at with { Busy = at.Busy + 1 }, interval.CallsPerHour / 3600);
        else if (at.Waiting < longest)
            go(at with { Waiting = at.Waiting + 1 }, interval.CallsPerHour / 3600);
        go(Freed(at, interval.Agents), at.Busy / handlingSeconds);
        go(at with { Waiting = at.Waiting - 1 }, at.Waiting / patienceSeconds);
    }

    private static State Freed(State at, int agents) =>
        at.Waiting > 0 && at.Busy <= agents ? at with { Waiting = at.Waiting - 1 } : at with { Busy = at.Busy - 1 };

    private static double[] Spread(Dictionary<State, double> start, StateSpace<State> space)
    {
        var spread = new double[space.Chain.States];
        foreach (var (state, probability) in start)
            spread[space.NumberOf(state)] = probability;
        return spread;
    }

    private TransientFigures Figures(TransientInterval interval, List<Lived> lived)
    {
        double queue = lived.Sum(at => at.Share * at.State.Waiting), busy = lived.Sum(at => at.Share * at.State.Busy);
        return new TransientFigures(
            interval.CallsPerHour * intervalSeconds / 3600,
            lived.Where(at => at.State.Busy >= interval.Agents).Sum(at => at.Share),
            queue * intervalSeconds / patienceSeconds,
            busy * intervalSeconds / handlingSeconds,
            queue,
            busy,
            lived.Sum(at => at.AtEnd * at.State.Waiting),
            lived.Sum(at => at.AtEnd * at.State.Busy));
    }

    /// <summary>A state, its probability at the interval's end, and the share of the interval spent in it.</summary>
    private readonly record struct Lived(State State, double AtEnd, double Share);
}
