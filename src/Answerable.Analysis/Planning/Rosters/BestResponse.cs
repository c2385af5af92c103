using System.Numerics;
using System.Runtime.InteropServices;

namespace Answerable.Analysis.Planning.Rosters;

/// <summary>
/// The cheapest whole horizon of one person for given costs of each day's choices: an exact shortest path over days, whose
/// states are (run at work and last shift, or run off) by <see cref="ResourceGrid"/>. Complexity O(days x runs x shifts^2 x
/// grid), each step a vector minimum; about 20 microseconds for four weeks of three shifts. Not thread-safe: one a lane.
/// </summary>
internal sealed partial class BestResponse
{
    private readonly RosterModel model;
    private readonly PersonModel person;
    private readonly PathTable shared;
    private readonly int modes;
    private readonly bool[] reached;
    private readonly Dictionary<string, ResourceGrid> grids = [];
    private ResourceGrid grid;
    private int[] table = [];

    /// <summary>The table is scratch space: everyone of one lane shares it.</summary>
    public BestResponse(RosterModel model, int number, PathTable shared)
    {
        (this.model, this.shared) = (model, shared);
        person = model.People[number];
        modes = person.MaxRun * person.Shifts + person.MinOff;
        reached = new bool[person.Days * modes];
        grid = Layout([]);
    }

    /// <summary>
    /// Fills <paramref name="choice"/> (shift, or Shifts for off) and returns its cost, or <see cref="PersonModel.Never"/>
    /// when no feasible horizon was found. A limit on a shift type is counted only once a path was seen to break it. Should
    /// the limits to be counted outgrow the table, the path is kept lawful by barring the dearest days of the type (then it
    /// need not be the best), or, if <paramref name="relax"/>, left to break the limit (then its cost is a lower bound).
    /// </summary>
    public int Solve(ReadOnlySpan<int> costs, Span<int> choice, bool relax = false)
    {
        List<int> tracked = [];
        while (true)
        {
            grid = Layout(tracked);
            table = shared.Of(Cells(grid));
            Forward(costs);
            var (mode, cell, cost) = Best();
            if (cost >= PersonModel.Never / 2)
                return PersonModel.Never;
            Trace(costs, mode, cell, choice);
            if (FirstBroken(choice) is not { } broken)
                return cost;
            if (!tracked.Contains(broken) && Cells(grid) * (person.MaxShifts[broken] + 2) <= PathTable.MostCounted)
                tracked.Add(broken);
            else if (relax)
                return cost;
            else
                costs = Barred(costs, choice, broken);
        }
    }

    private long Cells(ResourceGrid laid) => (long)person.Days * modes * laid.Size;

    /// <summary>The costs with the type barred on the dearest of its days beyond the limit.</summary>
    private int[] Barred(ReadOnlySpan<int> costs, ReadOnlySpan<int> choice, int shift)
    {
        var barred = costs.ToArray();
        var worked = new List<int>();
        for (var day = 0; day < choice.Length; day++)
            if (choice[day] == shift)
                worked.Add(day * model.Width + shift);
        foreach (var place in worked.OrderBy(place => barred[place]).Skip(person.MaxShifts[shift]).ToArray())
            barred[place] = PersonModel.Never;
        return barred;
    }

    /// <summary>Cells a person's path needs with no limit on a shift type counted.</summary>
    public static long MostCells(RosterModel model, int number)
    {
        var one = model.People[number];
        var weekends = one.MaxWeekends < model.Weekends ? one.MaxWeekends + 2L : 1;
        return one.Days * (one.MaxUnits + 1L) * weekends * (one.MaxRun * one.Shifts + one.MinOff);
    }

    private ResourceGrid Layout(List<int> tracked)
    {
        var key = string.Join(',', tracked);
        if (!grids.TryGetValue(key, out var laid))
            grids.Add(key, laid = new ResourceGrid(person, model.Weekends, tracked));
        return laid;
    }

    private Span<int> Cells(int day, int mode) => table.AsSpan((day * modes + mode) * grid.Size, grid.Size);
    private int Work(int run, int shift) => (run - 1) * person.Shifts + shift;
    private int Rest(int run) => person.MaxRun * person.Shifts + run - 1;

    /// <summary>A run may end after day d if long enough, or if it began before the horizon.</summary>
    private bool WorkMayEnd(int run, int day) => run >= person.MinRun || run == day + 1;
    private bool RestMayEnd(int run, int day) => run >= person.MinOff || run == day + 1;

    private int StepTo(int day, int shift, bool workedBefore) =>
        grid.Step(shift, model.Units[shift], model.Weekday[day] == 5 || (model.Weekday[day] == 6 && !workedBefore));

    private void Forward(ReadOnlySpan<int> costs)
    {
        Array.Clear(reached);
        for (var shift = 0; shift < person.Shifts; shift++)
            if (costs[shift] < PersonModel.Never && StepTo(0, shift, false) < grid.Size)
                Start(Work(1, shift), StepTo(0, shift, false), costs[shift]);
        Start(Rest(1), 0, costs[person.Shifts]);
        Wipe(0);
        for (var day = 1; day < person.Days; day++)
        {
            var today = costs.Slice(day * model.Width, model.Width);
            for (var shift = 0; shift < person.Shifts; shift++)
                if (today[shift] < PersonModel.Never)
                    IntoWork(day, shift, today[shift]);
            IntoRest(day, today[person.Shifts]);
            Wipe(day);
        }
    }

    private void Start(int mode, int cell, int cost)
    {
        Cells(0, mode).Fill(PersonModel.Never);
        Cells(0, mode)[cell] = cost;
        reached[mode] = true;
    }

    private void IntoWork(int day, int shift, int cost)
    {
        var first = StepTo(day, shift, false);
        for (var off = 1; off <= person.MinOff; off++)
            if (RestMayEnd(off, day - 1))
                Relax(day, Rest(off), Work(1, shift), first, cost);
        var further = StepTo(day, shift, true);
        for (var run = 2; run <= person.MaxRun && run <= day + 1; run++)
            for (var before = 0; before < person.Shifts; before++)
                if (model.MayFollow[before, shift])
                    Relax(day, Work(run - 1, before), Work(run, shift), further, cost);
    }

    private void IntoRest(int day, int cost)
    {
        for (var run = 1; run <= person.MaxRun && run <= day; run++)
            if (WorkMayEnd(run, day - 1))
                for (var shift = 0; shift < person.Shifts; shift++)
                    Relax(day, Work(run, shift), Rest(1), 0, cost);
        for (var off = 1; off <= person.MinOff; off++)
            Relax(day, Rest(off), Rest(Math.Min(off + 1, person.MinOff)), 0, cost);
    }

    private void Relax(int day, int from, int to, int step, int cost)
    {
        if (!reached[(day - 1) * modes + from] || step >= grid.Size)
            return;
        var target = Cells(day, to);
        if (!reached[day * modes + to])
            target.Fill(PersonModel.Never);
        reached[day * modes + to] = true;
        Lower(target[step..], Cells(day - 1, from)[..(grid.Size - step)], cost);
    }

    private static void Lower(Span<int> target, ReadOnlySpan<int> source, int cost)
    {
        var wide = MemoryMarshal.Cast<int, Vector<int>>(source);
        var added = new Vector<int>(cost);
        var at = 0;
        for (var block = 0; block < wide.Length; block++, at += Vector<int>.Count)
        {
            var cells = target.Slice(at, Vector<int>.Count);
            Vector.Min(new Vector<int>(cells), wide[block] + added).CopyTo(cells);
        }
        for (; at < source.Length; at++)
            target[at] = Math.Min(target[at], source[at] + cost);
    }

    private void Wipe(int day)
    {
        if (grid.Over.Length == 0)
            return;
        for (var mode = 0; mode < person.MaxRun * person.Shifts; mode++)
            if (reached[day * modes + mode])
            {
                var cells = Cells(day, mode);
                foreach (var cell in grid.Over)
                    cells[cell] = PersonModel.Never;
            }
    }
}
