using Answerable.Analysis.Planning.Erlang;

namespace Answerable.Analysis.Planning.Markov;

/// <summary>
/// Erlang A with a callback offered on arrival when every agent is busy and the live queue is at least so long; it is accepted with
/// some probability. Callbacks are made only when the live queue is empty, take as long as a call, and never abandon.
/// </summary>
/// <remarks>A Markov chain over (live contacts in the centre and callbacks in progress, callbacks waiting).</remarks>
/// <param name="Load">The offered work.</param>
/// <param name="Agents">n.</param>
/// <param name="PatienceSeconds">Mean patience of live callers, in seconds.</param>
/// <param name="OfferFrom">The live queue from which a callback is offered.</param>
/// <param name="Accepts">The probability that the offer is accepted.</param>
public sealed record CallbackDesign(Load Load, int Agents, double PatienceSeconds, int OfferFrom, double Accepts) : ISteadyDesign
{
    private readonly record struct State(int Inside, int Promised);

    /// <inheritdoc/>
    public IEnumerable<Fault> Faults() =>
    [
        .. Bounds.Positive("lambda_ph", Load.CallsPerHour, Bounds.MostCallsPerHour),
        .. Bounds.Positive("aht_s", Load.HandlingSeconds, Bounds.MostSeconds),
        .. Bounds.Positive("agents", Agents, Bounds.MostAgents),
        .. Bounds.Positive("patience_s", PatienceSeconds, Bounds.MostSeconds),
        .. Bounds.NotNegative("offer_if_queue_at_least", OfferFrom, Bounds.MostLines),
        .. Bounds.Share("p_accept", Accepts),
        .. Load.IsNone || Load.Faults().Any() ? [] : BacklogFaults(),
    ];

    /// <summary>
    /// While callbacks wait, the live queue runs by itself; it must be empty often enough for more callbacks to be made than promised.
    /// </summary>
    private IEnumerable<Fault> BacklogFaults()
    {
        double weight = 1, offered = OfferFrom == 0 ? 1 : 0;
        for (var queue = 0; queue < Bounds.MostLines && weight > 1e-20 * Math.Max(1, offered); queue++)
        {
            weight *= Joins(queue) / (Agents * Load.ServiceRate + (queue + 1) / PatienceSeconds);
            offered += queue + 1 >= OfferFrom ? weight : 0;
        }
        if (Load.ArrivalRate * Accepts * offered >= Agents * Load.ServiceRate)
            yield return new Fault("agents",
                $"{Agents} cannot keep up with the callbacks promised: there is no steady state, their number grows without end");
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double>? Figures()
    {
        Fault.ThrowOn(Faults());
        var solved = Truncation.Solve(
            default(State), [32, 32], caps => (state, go) => Leave(state, caps, go), state => [Waiting(state), state.Promised]);
        if (solved is null)
            return null;
        var queue = solved.Sum(at => at.Probability * Waiting(at.State));
        var promised = solved.Sum(at => at.Probability * at.State.Promised);
        var accepted = Accepts * solved.Where(at => IsOffered(at.State)).Sum(at => at.Probability);
        return new Dictionary<string, double>
        {
            ["p_callback"] = accepted,
            ["p_abandon_of_all"] = queue / PatienceSeconds / Load.ArrivalRate,
            ["wait_live_all_s"] = queue / (Load.ArrivalRate * (1 - accepted)),
            ["callback_delay_s"] = accepted == 0 ? 0 : promised / (Load.ArrivalRate * accepted),
            ["mean_callbacks_waiting"] = promised,
            ["occ"] = solved.Sum(at => at.Probability * Math.Min(at.State.Inside, Agents)) / Agents,
            ["p_all_busy"] = solved.Where(at => at.State.Inside >= Agents).Sum(at => at.Probability),
        };
    }

    private int Waiting(State at) => Math.Max(at.Inside - Agents, 0);

    private bool IsOffered(State at) => at.Inside >= Agents && Waiting(at) >= OfferFrom;

    private double Joins(int queue) => Load.ArrivalRate * (queue >= OfferFrom ? 1 - Accepts : 1);

    private void Leave(State at, int[] caps, Action<State, double> go)
    {
        var waiting = Waiting(at);
        if (at.Inside < Agents || waiting < caps[0])
            go(at with { Inside = at.Inside + 1 }, at.Inside < Agents ? Load.ArrivalRate : Joins(waiting));
        if (IsOffered(at) && at.Promised < caps[1])
            go(at with { Promised = at.Promised + 1 }, Load.ArrivalRate * Accepts);
        go(at with { Inside = at.Inside - 1 }, waiting / PatienceSeconds);
        go(Freed(at), Math.Min(at.Inside, Agents) * Load.ServiceRate);
    }

    private State Freed(State at) =>
        Waiting(at) == 0 && at.Promised > 0 ? at with { Promised = at.Promised - 1 } : at with { Inside = at.Inside - 1 };
}
