namespace Answerable.Analysis.Planning.Erlang;

/// <summary>How many people a load needs.</summary>
/// <param name="Agents">The fewest agents at work that attain the goals.</param>
/// <param name="Rostered">The people to roster for them, shrinkage grossed up.</param>
public readonly record struct Staffing(int Agents, int Rostered);

/// <summary>The fewest agents that attain the goals, with or without patience (Erlang A or C).</summary>
/// <remarks>
/// More agents never worsen any goal, so the fewest are found by stepping outward from a guess of A + β√A (Halfin and Whitt 1981),
/// doubling the step, then bisecting. Over a day's intervals β is carried from one to the next, which leaves about two
/// evaluations an interval.
/// </remarks>
public sealed class StaffRequirement
{
    private readonly StaffingGoals goals;
    private readonly double? patienceSeconds;
    private double grade = 1;

    /// <summary>A requirement by Erlang A with a mean patience in seconds, or by Erlang C without one.</summary>
    /// <exception cref="InvalidOperationException">The goals or the patience have faults.</exception>
    public StaffRequirement(StaffingGoals goals, double? patienceSeconds)
    {
        ArgumentNullException.ThrowIfNull(goals);
        Fault.ThrowOn(goals.Faults());
        if (patienceSeconds is { } patience)
            Fault.ThrowOn(Bounds.Positive("patience_s", patience, Bounds.MostSeconds));
        (this.goals, this.patienceSeconds) = (goals, patienceSeconds);
    }

    /// <summary>The requirement of each interval of a curve of calls an hour.</summary>
    public IReadOnlyList<Staffing> Of(IReadOnlyList<double> callsPerHour, double handlingSeconds)
    {
        ArgumentNullException.ThrowIfNull(callsPerHour);
        var staffings = new Staffing[callsPerHour.Count];
        for (var i = 0; i < staffings.Length; i++)
            staffings[i] = Of(new Load(callsPerHour[i], handlingSeconds));
        return staffings;
    }

    /// <summary>The requirement of one load; where nobody comes, the least that is asked for.</summary>
    public Staffing Of(Load load)
    {
        Fault.ThrowOn(Faults(load));
        return load.IsNone ? Rostered(0) : Rostered(Fewest(load));
    }

    private Staffing Rostered(int agents)
    {
        agents = Math.Max(goals.Least, agents);
        return new Staffing(agents, Shrinkage.Gross(agents, goals.Shrinkage));
    }

    /// <summary>Every reason why this load's requirement cannot be computed; none when it can.</summary>
    public IEnumerable<Fault> Faults(Load load) =>
        load.IsNone || load.Faults().Any() || patienceSeconds is null ? load.Faults() : QueueDesign.WaitingFaults(load, patienceSeconds.Value);

    private int Guess(Load load) => Math.Max(1, (int)Math.Round(load.Erlangs + grade * Math.Sqrt(load.Erlangs)));

    private int Fewest(Load load)
    {
        var agents = Fewest(load, Guess(load));
        grade = (agents - load.Erlangs) / Math.Sqrt(load.Erlangs);
        return agents;
    }

    /// <summary>Brackets the answer from the guess, then bisects: <c>enough</c> attains the goals, <c>few</c> does not.</summary>
    private int Fewest(Load load, int guess)
    {
        int few = 0, enough = guess;
        if (Attains(load, guess))
            for (var step = 1; enough - step > 0; step *= 2)
            {
                if (!Attains(load, enough - step))
                {
                    few = enough - step;
                    break;
                }
                enough -= step;
            }
        else
            for (var step = 1; ; step *= 2)
            {
                (few, enough) = (enough, enough + step);
                if (Attains(load, enough))
                    break;
            }
        while (enough - few > 1)
        {
            var middle = few + (enough - few) / 2;
            (few, enough) = Attains(load, middle) ? (few, middle) : (middle, enough);
        }
        return enough;
    }

    private bool Attains(Load load, int agents)
    {
        if (patienceSeconds is { } patience)
            return goals.AreMetBy(ErlangA.Figures(load, agents, patience, goals.Service?.Seconds, goals.Service?.ShortAsked));
        return ErlangC.IsStable(load.Erlangs, agents)
            && goals.AreMetBy(ErlangC.Figures(load, agents, goals.Service?.Seconds));
    }
}
