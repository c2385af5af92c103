namespace Answerable.Analysis.Planning.Rosters;

/// <summary>Reads the cheapest path back out of the table: a state's predecessor is the one whose cost plus the day's gives its own.</summary>
internal sealed partial class BestResponse
{
    private (int Mode, int Cell, int Cost) Best()
    {
        var best = (Mode: 0, Cell: 0, Cost: PersonModel.Never);
        for (var mode = 0; mode < modes; mode++)
        {
            if (!reached[(person.Days - 1) * modes + mode])
                continue;
            var cells = Cells(person.Days - 1, mode);
            for (var cell = grid.FirstEnough; cell < cells.Length; cell++)
                if (cells[cell] < best.Cost)
                    best = (mode, cell, cells[cell]);
        }
        return best;
    }

    private void Trace(ReadOnlySpan<int> costs, int mode, int cell, Span<int> choice)
    {
        for (var day = person.Days - 1; ; day--)
        {
            choice[day] = mode < Rest(1) ? mode % person.Shifts : person.Shifts;
            if (day == 0)
                return;
            var before = Cells(day, mode)[cell] - costs[day * model.Width + choice[day]];
            (mode, cell) = mode < Rest(1)
                ? BeforeWork(day, mode / person.Shifts + 1, choice[day], cell, before)
                : BeforeRest(day, mode - Rest(1) + 1, cell, before);
        }
    }

    private (int Mode, int Cell) BeforeWork(int day, int run, int shift, int cell, int cost)
    {
        var from = cell - StepTo(day, shift, run > 1);
        if (run == 1)
        {
            for (var off = 1; off <= person.MinOff; off++)
                if (RestMayEnd(off, day - 1) && Holds(day - 1, Rest(off), from, cost))
                    return (Rest(off), from);
        }
        else
        {
            for (var before = 0; before < person.Shifts; before++)
                if (model.MayFollow[before, shift] && Holds(day - 1, Work(run - 1, before), from, cost))
                    return (Work(run - 1, before), from);
        }
        throw new InvalidOperationException("A state of the shortest path has no state before it.");
    }

    private (int Mode, int Cell) BeforeRest(int day, int run, int cell, int cost)
    {
        for (var off = Math.Max(1, run - 1); off <= run; off++)
            if (Math.Min(off + 1, person.MinOff) == run && Holds(day - 1, Rest(off), cell, cost))
                return (Rest(off), cell);
        if (run == 1)
            for (var worked = 1; worked <= person.MaxRun && worked <= day; worked++)
                for (var shift = 0; WorkMayEnd(worked, day - 1) && shift < person.Shifts; shift++)
                    if (Holds(day - 1, Work(worked, shift), cell, cost))
                        return (Work(worked, shift), cell);
        throw new InvalidOperationException("A state of the shortest path has no state before it.");
    }

    private bool Holds(int day, int mode, int cell, int cost) =>
        reached[day * modes + mode] && Cells(day, mode)[cell] == cost;

    private int? FirstBroken(ReadOnlySpan<int> choice)
    {
        for (var shift = 0; shift < person.Shifts; shift++)
            if (choice.Count(shift) > person.MaxShifts[shift])
                return shift;
        return null;
    }
}
