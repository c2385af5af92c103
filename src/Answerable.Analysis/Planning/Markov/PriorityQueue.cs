using Answerable.Analysis.Planning.Erlang;

namespace Answerable.Analysis.Planning.Markov;

/// <summary>
/// Two contact types, one handling time, one pool; the high type is taken first, never interrupting a contact in progress: M/M/n, non-preemptive.
/// </summary>
/// <remarks>
/// Source: A. Cobham (1954). With C the Erlang C probability of the total load and σ₁ = λ₁/(nμ), σ = (λ₁+λ₂)/(nμ):
/// W₁ = C/(nμ)/(1-σ₁), W₂ = C/(nμ)/((1-σ₁)(1-σ)). Closed, O(√A).
/// </remarks>
/// <param name="HighPerHour">λ₁, calls an hour of the type taken first.</param>
/// <param name="LowPerHour">λ₂, calls an hour of the other.</param>
/// <param name="HandlingSeconds">1/μ in seconds, of both.</param>
/// <param name="Agents">n.</param>
public sealed record PriorityQueue(double HighPerHour, double LowPerHour, double HandlingSeconds, int Agents) : ISteadyDesign
{
    private Load Total => new(HighPerHour + LowPerHour, HandlingSeconds);

    /// <inheritdoc/>
    public IEnumerable<Fault> Faults()
    {
        List<Fault> faults =
        [
            .. Bounds.Positive("lambda_hi_ph", HighPerHour, Bounds.MostCallsPerHour),
            .. Bounds.Positive("lambda_lo_ph", LowPerHour, Bounds.MostCallsPerHour),
            .. Bounds.Positive("aht_s", HandlingSeconds, Bounds.MostSeconds),
            .. Bounds.Positive("agents", Agents, Bounds.MostAgents),
        ];
        return faults.Count > 0 ? faults : new QueueDesign(QueueFamily.C, Total, Agents).Faults();
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Figures()
    {
        Fault.ThrowOn(Faults());
        var waits = ErlangC.Waiting(Total.Erlangs, Agents);
        var unit = waits * HandlingSeconds / Agents;
        double high = HighPerHour * HandlingSeconds / 3600, all = Total.Erlangs;
        var highWait = unit * Agents / (Agents - high);
        return new Dictionary<string, double>
        {
            ["p_wait"] = waits,
            ["wait_hi_s"] = highWait,
            ["wait_lo_s"] = highWait * Agents / (Agents - all),
            ["wait_all_s"] = unit * Agents / (Agents - all),
        };
    }
}
