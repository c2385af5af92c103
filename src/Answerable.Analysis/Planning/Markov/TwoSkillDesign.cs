using Answerable.Analysis.Planning.Erlang;

namespace Answerable.Analysis.Planning.Markov;

/// <summary>Who may serve whom in a centre of two contact types and two pools.</summary>
public enum Routing
{
    /// <summary>
    /// Pool 1 serves type 1 only, pool 2 both. A type-1 arrival prefers an idle pool-1 agent; a freed pool-2 agent takes type 2 first.
    /// </summary>
    N,

    /// <summary>Each pool takes its own type first, then the other; arrivals prefer their own pool.</summary>
    X,
}

/// <summary>Two contact types with exponential patience, two pools of agents, one handling time, exactly.</summary>
/// <remarks>
/// A Markov chain over (busy in pool 1, busy in pool 2, waiting of type 1, waiting of type 2); since both types are handled
/// equally fast, whom an agent serves does not matter to what follows. Solved directly: time O(states · queue length²).
/// </remarks>
/// <param name="Routing">Who may serve whom.</param>
/// <param name="First">The work of type 1.</param>
/// <param name="Second">The work of type 2; the same handling time.</param>
/// <param name="FirstPool">Agents in pool 1.</param>
/// <param name="SecondPool">Agents in pool 2.</param>
/// <param name="FirstPatience">Mean patience of type 1, in seconds.</param>
/// <param name="SecondPatience">Mean patience of type 2, in seconds.</param>
public sealed record TwoSkillDesign(
    Routing Routing, Load First, Load Second, int FirstPool, int SecondPool, double FirstPatience, double SecondPatience) : ISteadyDesign
{
    private readonly record struct State(int Busy1, int Busy2, int Waiting1, int Waiting2);

    /// <inheritdoc/>
    public IEnumerable<Fault> Faults() =>
    [
        .. Bounds.Positive("lambda1_ph", First.CallsPerHour, Bounds.MostCallsPerHour),
        .. Bounds.Positive("lambda2_ph", Second.CallsPerHour, Bounds.MostCallsPerHour),
        .. Bounds.Positive("aht_s", First.HandlingSeconds, Bounds.MostSeconds),
        .. Bounds.Positive("pool1", FirstPool, Bounds.MostAgents),
        .. Bounds.Positive("pool2", SecondPool, Bounds.MostAgents),
        .. Bounds.Positive("patience1_s", FirstPatience, Bounds.MostSeconds),
        .. Bounds.Positive("patience2_s", SecondPatience, Bounds.MostSeconds),
    ];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double>? Figures()
    {
        Fault.ThrowOn(Faults());
        var solved = Truncation.Solve(
            default(State), [32, 32], caps => (state, go) => Leave(state, caps, go), state => [state.Waiting1, state.Waiting2]);
        if (solved is null)
            return null;
        double queue1 = solved.Sum(at => at.Probability * at.State.Waiting1), queue2 = solved.Sum(at => at.Probability * at.State.Waiting2);
        return new Dictionary<string, double>
        {
            ["p_wait_1"] = solved.Where(at => MustWait1(at.State)).Sum(at => at.Probability),
            ["p_wait_2"] = solved.Where(at => MustWait2(at.State)).Sum(at => at.Probability),
            ["p_abandon_1"] = queue1 / FirstPatience / First.ArrivalRate,
            ["p_abandon_2"] = queue2 / SecondPatience / Second.ArrivalRate,
            ["wait_all_1_s"] = queue1 / First.ArrivalRate,
            ["wait_all_2_s"] = queue2 / Second.ArrivalRate,
            ["occ_pool1"] = solved.Sum(at => at.Probability * at.State.Busy1) / FirstPool,
            ["occ_pool2"] = solved.Sum(at => at.Probability * at.State.Busy2) / SecondPool,
        };
    }

    private bool Idle1(State at) => at.Busy1 < FirstPool;

    private bool Idle2(State at) => at.Busy2 < SecondPool;

    private bool MustWait1(State at) => !Idle1(at) && !Idle2(at);

    private bool MustWait2(State at) => Routing == Routing.N ? !Idle2(at) : !Idle1(at) && !Idle2(at);

    private void Leave(State at, int[] caps, Action<State, double> go)
    {
        if (!MustWait1(at) || at.Waiting1 < caps[0])
            go(Arrive1(at), First.ArrivalRate);
        if (!MustWait2(at) || at.Waiting2 < caps[1])
            go(Arrive2(at), Second.ArrivalRate);
        go(Freed1(at), at.Busy1 * First.ServiceRate);
        go(Freed2(at), at.Busy2 * First.ServiceRate);
        go(at with { Waiting1 = at.Waiting1 - 1 }, at.Waiting1 / FirstPatience);
        go(at with { Waiting2 = at.Waiting2 - 1 }, at.Waiting2 / SecondPatience);
    }

    private State Arrive1(State at) =>
        Idle1(at) ? at with { Busy1 = at.Busy1 + 1 }
        : Idle2(at) ? at with { Busy2 = at.Busy2 + 1 }
        : at with { Waiting1 = at.Waiting1 + 1 };

    private State Arrive2(State at) =>
        Idle2(at) ? at with { Busy2 = at.Busy2 + 1 }
        : Routing == Routing.X && Idle1(at) ? at with { Busy1 = at.Busy1 + 1 }
        : at with { Waiting2 = at.Waiting2 + 1 };

    private State Freed1(State at) =>
        at.Waiting1 > 0 ? at with { Waiting1 = at.Waiting1 - 1 }
        : Routing == Routing.X && at.Waiting2 > 0 ? at with { Waiting2 = at.Waiting2 - 1 }
        : at with { Busy1 = at.Busy1 - 1 };

    private static State Freed2(State at) =>
        at.Waiting2 > 0 ? at with { Waiting2 = at.Waiting2 - 1 }
        : at.Waiting1 > 0 ? at with { Waiting1 = at.Waiting1 - 1 }
        : at with { Busy2 = at.Busy2 - 1 };
}
