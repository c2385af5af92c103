namespace Answerable.Analysis.Planning.Erlang;

/// <summary>One queue to be computed: its family, its work, its agents and what the family needs besides.</summary>
/// <param name="Family">What becomes of a contact that finds every agent busy.</param>
/// <param name="Load">The offered work.</param>
/// <param name="Agents">n.</param>
/// <param name="Lines">K, for family K; in B it may only repeat n.</param>
/// <param name="TargetSeconds">T; null for no service level.</param>
/// <param name="PatienceSeconds">Mean patience, for A, D and (optionally) K; of no effect in B and C.</param>
public sealed record QueueDesign(
    QueueFamily Family, Load Load, int Agents, int? Lines = null, double? TargetSeconds = null, double? PatienceSeconds = null)
{
    /// <summary>s: who leaves within it is a short abandon.</summary>
    public double ShortSeconds { get; init; } = ServiceGoal.UsualShortSeconds;

    /// <summary>Every reason why this queue has no figures, an overload that would grow for ever included; none when it has.</summary>
    public IEnumerable<Fault> Faults()
    {
        List<Fault> faults =
        [
            .. Load.Faults(),
            .. Load.IsNone ? Bounds.NotNegative("agents", Agents, Bounds.MostAgents) : Bounds.Positive("agents", Agents, Bounds.MostAgents),
            .. LineFaults(),
            .. TargetSeconds is { } target ? Bounds.NotNegative("target_s", target, Bounds.MostSeconds) : [],
            .. PatienceFaults(),
        ];
        return faults.Count > 0 || Load.IsNone ? faults : OverloadFaults();
    }

    private IEnumerable<Fault> LineFaults()
    {
        if (Family == QueueFamily.K && Lines is null)
            yield return new Fault("lines", "is needed by family K");
        if (Family == QueueFamily.K && Lines < Agents)
            yield return new Fault("lines", $"must be at least the {Agents} agents, not {Lines}");
        if (Family == QueueFamily.K && Lines > Bounds.MostLines)
            yield return new Fault("lines", $"is {Lines}, more than the {Bounds.MostLines} that can be computed for");
        if (Family == QueueFamily.B && Lines is not null && Lines != Agents)
            yield return new Fault("lines", $"must be empty or equal the {Agents} agents in family B, not {Lines}; use family K");
    }

    private IEnumerable<Fault> PatienceFaults() => (Family, PatienceSeconds) switch
    {
        (QueueFamily.B or QueueFamily.C, _) => [],
        (QueueFamily.A or QueueFamily.D, null) => [new Fault("patience_s", $"is needed by family {Family}")],
        (_, null) => [],
        (_, { } patience) => Bounds.Positive("patience_s", patience, Bounds.MostSeconds),
    };

    private IEnumerable<Fault> OverloadFaults() => Family switch
    {
        QueueFamily.C when !ErlangC.IsStable(Load.Erlangs, Agents) => [new Fault("agents", NoSteadyState)],
        QueueFamily.A => WaitingFaults(Load, PatienceSeconds!.Value),
        _ => [],
    };

    /// <summary>A fault where patience outlasts so many arrivals that the states could not be summed while one waits.</summary>
    internal static IEnumerable<Fault> WaitingFaults(Load load, double patienceSeconds)
    {
        if (load.ArrivalRate * patienceSeconds > Bounds.MostWaiting)
            yield return new Fault("patience_s",
                $"of {Bounds.Shown(patienceSeconds)} s could leave more than {Bounds.Shown(Bounds.MostWaiting)} contacts waiting, "
                + "too many to compute");
    }

    /// <summary>The limit of every family as its load falls to none: whoever came would be answered at once.</summary>
    private QueueFigures NobodyComes() => Family == QueueFamily.B
        ? new(0, 0) { Blocked = 0 }
        : new(0, 0)
        {
            Blocked = Family == QueueFamily.K ? 0 : null,
            Waits = 0,
            Abandons = 0,
            MeanWaitSeconds = 0,
            SpeedOfAnswerSeconds = Family == QueueFamily.K ? null : 0,
            MeanQueue = 0,
            ServiceLevels = (TargetSeconds, Family) switch
            {
                (null, _) => null,
                (_, QueueFamily.K) => new(1, 1),
                (_, QueueFamily.D) => new(1, 1, 1),
                _ => ServiceLevels.WithoutAbandons(1),
            },
        };

    private string NoSteadyState =>
        $"{Agents} cannot carry {Bounds.Shown(Load.Erlangs)} erlangs of contacts that never leave: there is no steady state, the queue grows " +
            $"without end";

    /// <summary>The steady state.</summary>
    /// <exception cref="InvalidOperationException">There are <see cref="Faults"/>.</exception>
    public QueueFigures Figures()
    {
        Fault.ThrowOn(Faults());
        return Load.IsNone ? NobodyComes() : Family switch
        {
            QueueFamily.B => ErlangB.Figures(Load, Agents),
            QueueFamily.C => ErlangC.Figures(Load, Agents, TargetSeconds),
            QueueFamily.A => ErlangA.Figures(Load, Agents, PatienceSeconds!.Value, TargetSeconds, ShortSeconds),
            QueueFamily.K => FiniteLine.Figures(Load, Agents, Lines!.Value, PatienceSeconds, TargetSeconds),
            QueueFamily.D => FixedPatience.Figures(Load, Agents, PatienceSeconds!.Value, TargetSeconds),
        };
    }
}
