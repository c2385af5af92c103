namespace Answerable.Analysis.Planning.Erlang;

/// <summary>Contacts that find every agent busy wait, first come first served, until an exponential patience runs out: M/M/n+M.</summary>
/// <remarks>
/// Source: C. Palm (1937, 1957); A. Mandelbaum, S. Zeltyn, "Service engineering in action: the Palm/Erlang-A queue" (2007).
/// P(abandon) = θ·Lq/λ exactly. There is a steady state at every load. Sums and cost: <see cref="WaitingLine"/>.
/// </remarks>
public static class ErlangA
{
    /// <summary>The steady state.</summary>
    /// <param name="load">The offered work.</param>
    /// <param name="agents">n, at least 1.</param>
    /// <param name="patienceSeconds">1/θ, the mean patience in seconds.</param>
    /// <param name="targetSeconds">T in seconds; null for no service level.</param>
    /// <param name="shortSeconds">s in seconds; null where short abandons are not asked for, which costs half.</param>
    public static QueueFigures Figures(Load load, int agents, double patienceSeconds, double? targetSeconds, double? shortSeconds = null)
    {
        var line = LineOf(targetSeconds ?? 0);
        var answered = line.AgentFree + line.AnsweredLate;
        return new QueueFigures(load.Erlangs, load.Erlangs * answered / agents)
        {
            Waits = line.Waits,
            Abandons = line.MeanWaiting / patienceSeconds / load.ArrivalRate,
            MeanWaitSeconds = line.MeanWaiting / load.ArrivalRate,
            SpeedOfAnswerSeconds = line.AnsweredWait / answered,
            MeanQueue = line.MeanWaiting,
            ServiceLevels = targetSeconds is null
                ? null
                : ServiceLevels.Of(line.AgentFree + line.AnsweredInTime, answered, line.StillWaiting, GoneBy(shortSeconds)),
        };

        WaitingLine LineOf(double seconds) => WaitingLine.Of(load, agents, WaitingLine.Unlimited, 1 / patienceSeconds, seconds);

        double? GoneBy(double? seconds) => seconds is { } brief && LineOf(brief) is var then
            ? Math.Max(0, 1 - then.AgentFree - then.AnsweredInTime - then.StillWaiting)
            : null;
    }
}
