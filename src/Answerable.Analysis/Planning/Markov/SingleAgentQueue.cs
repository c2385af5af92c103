using Answerable.Analysis.Planning.Erlang;

namespace Answerable.Analysis.Planning.Markov;

/// <summary>One agent, endless patience, handling times of any distribution: M/G/1.</summary>
/// <remarks>
/// Source: F. Pollaczek (1930), A. Khinchine (1932): W = ρ/(1-ρ)·(1+c²)/2·AHT, where c² is the squared coefficient of variation
/// (variance over squared mean) of the handling time; the queue follows by Little's law, L = λW.
/// </remarks>
/// <param name="Load">The offered work.</param>
/// <param name="SquaredVariation">c²: 0 for a fixed time, 1 for an exponential one, 1/k for Erlang-k.</param>
public sealed record SingleAgentQueue(Load Load, double SquaredVariation) : ISteadyDesign
{
    /// <inheritdoc/>
    public IEnumerable<Fault> Faults()
    {
        List<Fault> faults =
        [
            .. Bounds.Positive("lambda_ph", Load.CallsPerHour, Bounds.MostCallsPerHour),
            .. Bounds.Positive("aht_s", Load.HandlingSeconds, Bounds.MostSeconds),
            .. Bounds.NotNegative("scv", SquaredVariation, 1e6),
        ];
        return faults.Count > 0 ? faults : new QueueDesign(QueueFamily.C, Load, 1).Faults().Select(fault => fault with { Field = "lambda_ph" });
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Figures()
    {
        Fault.ThrowOn(Faults());
        var wait = Load.Erlangs / (1 - Load.Erlangs) * (1 + SquaredVariation) / 2 * Load.HandlingSeconds;
        return new Dictionary<string, double>
        {
            ["rho"] = Load.Erlangs,
            ["wait_s"] = wait,
            ["queue"] = Load.ArrivalRate * wait,
        };
    }
}
