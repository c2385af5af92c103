namespace Answerable.Analysis.Planning.Markov;

/// <summary>One interval of a day: constant demand and agents.</summary>
/// <param name="CallsPerHour">λ, calls an hour; 0 for a closed line.</param>
/// <param name="Agents">n, from 0.</param>
public readonly record struct TransientInterval(double CallsPerHour, int Agents)
{
    /// <summary>Every reason why this is not an interval that can be computed; none when it is.</summary>
    public IEnumerable<Fault> Faults() =>
    [
        .. Bounds.NotNegative("calls_per_hour", CallsPerHour, Bounds.MostCallsPerHour),
        .. Bounds.NotNegative("agents", Agents, Bounds.MostAgents),
    ];
}

/// <summary>What is to be expected of one interval.</summary>
/// <param name="Offered">Mean number of arrivals.</param>
/// <param name="Waits">P(an arrival waits).</param>
/// <param name="Abandons">Mean number who leave before an answer.</param>
/// <param name="Completions">Mean number of contacts finished.</param>
/// <param name="MeanQueue">Number waiting, averaged over the interval.</param>
/// <param name="MeanBusy">Agents busy, averaged over the interval.</param>
/// <param name="QueueAtEnd">Mean number waiting as the interval ends.</param>
/// <param name="BusyAtEnd">Mean agents busy as the interval ends, before anyone's shift does.</param>
public readonly record struct TransientFigures(
    double Offered, double Waits, double Abandons, double Completions, double MeanQueue, double MeanBusy, double QueueAtEnd, double BusyAtEnd);
