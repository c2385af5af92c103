using Answerable.Analysis.Planning.Erlang;

namespace Answerable.Analysis.Planning.Markov;

/// <summary>Erlang A whose abandoners may call again: with some probability, after an exponential delay, as a fresh attempt with fresh
/// patience.</summary>
/// <remarks>
/// A Markov chain over (in the centre, about to redial). Redialled attempts do not see time averages, so per-attempt figures weigh
/// each state by its rate of attempts, λ + (about to redial)/delay. With no redial it is Erlang A.
/// </remarks>
/// <param name="Load">The work of original callers.</param>
/// <param name="Agents">n.</param>
/// <param name="PatienceSeconds">Mean patience, in seconds.</param>
/// <param name="Redials">The probability that an abandoner calls again.</param>
/// <param name="DelaySeconds">The mean delay before calling again, in seconds.</param>
public sealed record RedialDesign(
    Load Load, int Agents, double PatienceSeconds, double Redials, double DelaySeconds) : ISteadyDesign
{
    private readonly record struct State(int Inside, int Away);

    /// <inheritdoc/>
    public IEnumerable<Fault> Faults() =>
    [
        .. Bounds.Positive("lambda_ph", Load.CallsPerHour, Bounds.MostCallsPerHour),
        .. Bounds.Positive("aht_s", Load.HandlingSeconds, Bounds.MostSeconds),
        .. Bounds.Positive("agents", Agents, Bounds.MostAgents),
        .. Bounds.Positive("patience_s", PatienceSeconds, Bounds.MostSeconds),
        .. Bounds.Share("p_redial", Redials),
        .. Bounds.Positive("mean_redial_delay_s", DelaySeconds, Bounds.MostSeconds),
        .. EndlessFaults(),
    ];

    private IEnumerable<Fault> EndlessFaults()
    {
        if (Redials == 1 && !ErlangC.IsStable(Load.Erlangs, Agents))
            yield return new Fault("agents",
                $"{Agents} cannot carry {Bounds.Shown(Load.Erlangs)} erlangs when everyone calls again until answered: there is no steady state");
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double>? Figures()
    {
        Fault.ThrowOn(Faults());
        var solved = Truncation.Solve(
            default(State), [32, 32], caps => (state, go) => Leave(state, caps, go), state => [Waiting(state), state.Away]);
        if (solved is null)
            return null;
        var away = solved.Sum(at => at.Probability * at.State.Away);
        var queue = solved.Sum(at => at.Probability * Waiting(at.State));
        var busy = solved.Sum(at => at.Probability * Busy(at.State));
        var attempts = Load.ArrivalRate + away / DelaySeconds;
        return new Dictionary<string, double>
        {
            ["attempts_per_original"] = attempts / Load.ArrivalRate,
            ["p_wait_per_attempt"] = solved.Where(at => at.State.Inside >= Agents).Sum(at => at.Probability * Attempts(at.State)) / attempts,
            ["p_abandon_per_attempt"] = queue / PatienceSeconds / attempts,
            ["p_served_eventually"] = busy / Load.Erlangs,
            ["wait_all_per_attempt_s"] = queue / attempts,
            ["mean_in_orbit"] = away,
            ["occ"] = busy / Agents,
        };
    }

    private int Busy(State at) => Math.Min(at.Inside, Agents);

    private int Waiting(State at) => Math.Max(at.Inside - Agents, 0);

    private double Attempts(State at) => Load.ArrivalRate + at.Away / DelaySeconds;

    private void Leave(State at, int[] caps, Action<State, double> go)
    {
        var leaving = Waiting(at) / PatienceSeconds;
        if (Waiting(at) < caps[0])
        {
            go(at with { Inside = at.Inside + 1 }, Load.ArrivalRate);
            go(new State(at.Inside + 1, at.Away - 1), at.Away / DelaySeconds);
        }
        if (at.Away < caps[1])
            go(new State(at.Inside - 1, at.Away + 1), leaving * Redials);
        go(at with { Inside = at.Inside - 1 }, leaving * (1 - Redials) + Busy(at) * Load.ServiceRate);
    }
}
