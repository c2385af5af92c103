namespace Answerable.Analysis.Planning.Erlang;

/// <summary>
/// A contact that finds every agent busy waits if one of the lines is free and is turned away otherwise: M/M/n/K,
/// and M/M/n/K+M where patience is exponential.
/// </summary>
/// <remarks>
/// Source: the Erlang C and A chains cut at K. There is a steady state at every load. P(wait), abandonment and the service level
/// are of all offered; the mean wait is of those let in; the service level of answered is of those answered. Cost: <see cref="WaitingLine"/>.
/// </remarks>
public static class FiniteLine
{
    /// <summary>The steady state.</summary>
    /// <param name="load">The offered work.</param>
    /// <param name="agents">n, at least 1.</param>
    /// <param name="lines">K, at least n: the most contacts there can be, in conversation or waiting.</param>
    /// <param name="patienceSeconds">1/θ, the mean patience in seconds; null for contacts that never leave.</param>
    /// <param name="targetSeconds">T in seconds; null for no service level.</param>
    public static QueueFigures Figures(Load load, int agents, int lines, double? patienceSeconds, double? targetSeconds)
    {
        var impatience = 1 / patienceSeconds ?? 0;
        var line = WaitingLine.Of(load, agents, lines - agents, impatience, targetSeconds ?? 0);
        var answered = line.AgentFree + line.AnsweredLate;
        var inTime = line.AgentFree + line.AnsweredInTime;
        return new QueueFigures(load.Erlangs, load.Erlangs * answered / agents)
        {
            Blocked = line.Full,
            Waits = line.Waits,
            Abandons = impatience * line.MeanWaiting / load.ArrivalRate,
            MeanWaitSeconds = line.MeanWaiting / load.ArrivalRate / (line.AgentFree + line.Waits),
            MeanQueue = line.MeanWaiting,
            ServiceLevels = targetSeconds is null ? null : new ServiceLevels(inTime, inTime / answered),
        };
    }
}
