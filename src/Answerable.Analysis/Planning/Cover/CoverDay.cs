using Answerable.Simulation.Optimisation;

namespace Answerable.Analysis.Planning.Cover;

/// <summary>A day's requirement and the shifts that may cover it.</summary>
/// <remarks>
/// Source: G. B. Dantzig, "A comment on Edie's traffic delays at toll booths" (1954): minimise Σ cost·heads so that in every interval
/// the heads at work are at least those required; with costs of under- and over-cover the requirement bends instead.
/// </remarks>
/// <param name="Id">The day's name.</param>
/// <param name="Required">Heads required in each interval.</param>
/// <param name="Kinds">The kinds of shift.</param>
public sealed record CoverDay(string Id, IReadOnlyList<int> Required, IReadOnlyList<ShiftKind> Kinds)
{
    private const int MostIntervals = 2_016;
    private const int MostShifts = 20_000;

    /// <summary>The cost of a head missing for an interval; null where none may be missing.</summary>
    public double? UnderCost { get; init; }

    /// <summary>The cost of a head too many for an interval, besides its pay.</summary>
    public double OverCost { get; init; }

    /// <summary>Every way of working every kind.</summary>
    public IReadOnlyList<Shift> Shifts => shifts ??= [.. Kinds.SelectMany(kind => kind.Within(Required.Count))];

    private IReadOnlyList<Shift>? shifts;

    /// <summary>Every reason why this day cannot be covered or computed; none when it can be tried.</summary>
    public IEnumerable<Fault> Faults()
    {
        List<Fault> faults = [.. RequirementFaults(), .. Kinds.SelectMany(KindFaults), .. CostFaults()];
        return faults.Count > 0 ? faults : ReachFaults();
    }

    private IEnumerable<Fault> RequirementFaults()
    {
        if (Required.Count is 0 or > MostIntervals)
            yield return new Fault("required", $"must hold 1 to {MostIntervals} intervals, not {Required.Count}");
        for (var interval = 0; interval < Required.Count; interval++)
            if (Required[interval] is < 0 or > Bounds.MostAgents)
                yield return new Fault($"required[{interval}]", $"must be from 0 to {Bounds.MostAgents}, not {Required[interval]}");
        if (Kinds.Count == 0)
            yield return new Fault("shifts", "must hold at least one kind of shift");
    }

    private static IEnumerable<Fault> KindFaults(ShiftKind kind, int number) =>
        kind.Faults().Select(fault => fault with { Field = $"shifts[{number}].{fault.Field}" });

    private IEnumerable<Fault> CostFaults() =>
    [
        .. UnderCost is { } under ? Bounds.NotNegative("under_cost", under, 1e9) : [],
        .. Bounds.NotNegative("over_cost", OverCost, 1e9),
    ];

    private IEnumerable<Fault> ReachFaults()
    {
        if (Shifts.Count > MostShifts)
            yield return new Fault("shifts", $"allow {Shifts.Count} ways of working, more than the {MostShifts} that can be computed for");
        else if (UnderCost is null)
            foreach (var interval in Enumerable.Range(0, Required.Count)
                .Where(interval => Required[interval] > 0 && !Shifts.Any(shift => shift.Covers(interval))))
                yield return new Fault($"required[{interval}]", $"asks for {Required[interval]}, but no shift is at work then");
    }

    /// <summary>The day as a whole-number program: a variable a shift, a row an interval, a row a capped kind, then under- and over-cover.</summary>
    public LinearProgram Program()
    {
        Fault.ThrowOn(Faults());
        var program = new LinearProgram();
        for (var number = 0; number < Shifts.Count; number++)
            program.Add(new Variable(Shifts[number].NameIn(number), Shifts[number].Cost, IsWhole: true));
        for (var interval = 0; interval < Required.Count; interval++)
            program.Add(CoverRow(program, interval));
        for (var kind = 0; kind < Kinds.Count; kind++)
            if (Kinds[kind].MaxShare is { } share and < 1)
                program.Add(ShareRow(kind, share));
        return program;
    }

    /// <summary>Heads at work, plus those missing, less those too many, are those required.</summary>
    private Row CoverRow(LinearProgram program, int interval)
    {
        List<(int, double)> terms =
            [.. Enumerable.Range(0, Shifts.Count).Where(number => Shifts[number].Covers(interval)).Select(number => (number, 1.0))];
        if (UnderCost is { } under)
            terms.Add((program.Add(new Variable($"under{interval}", under, 0, Required[interval], IsWhole: true)), 1));
        if (OverCost > 0)
            terms.Add((program.Add(new Variable($"over{interval}", OverCost, IsWhole: true)), -1));
        return new Row($"t{interval}", Required[interval], OverCost > 0 ? Required[interval] : double.PositiveInfinity, terms);
    }

    /// <summary>(1 - share)·(heads of the kind) - share·(other heads) ≤ 0.</summary>
    private Row ShareRow(int kind, double share) => new(
        $"share{kind}", double.NegativeInfinity, 0,
        [.. Shifts.Select((shift, number) => (number, ReferenceEquals(shift.Kind, Kinds[kind]) ? 1 - share : -share))]);
}
