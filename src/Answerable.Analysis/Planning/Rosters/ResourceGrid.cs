namespace Answerable.Analysis.Planning.Rosters;

/// <summary>
/// Everything a contract counts along a horizon (paid units, weekends, shifts of limited types) folded into one index, so that
/// taking a shift is a constant offset and a whole day's step is one vector minimum. Each count but the units has one cell too
/// many, where going over its limit lands; those cells are wiped after each step.
/// </summary>
internal sealed class ResourceGrid
{
    private readonly int unitStride;
    private readonly int weekendStride;
    private readonly int[] typeStride;

    public ResourceGrid(PersonModel person, int weekends, IReadOnlyList<int> tracked)
    {
        typeStride = new int[person.Shifts];
        var size = 1;
        var counts = new List<(int Stride, int Limit)>();
        foreach (var shift in tracked)
        {
            counts.Add((size, person.MaxShifts[shift]));
            typeStride[shift] = size;
            size *= person.MaxShifts[shift] + 2;
        }
        if (person.MaxWeekends < weekends)
        {
            counts.Add((size, person.MaxWeekends));
            weekendStride = size;
            size *= person.MaxWeekends + 2;
        }
        unitStride = size;
        Size = size * (person.MaxUnits + 1);
        FirstEnough = person.MinUnits * unitStride;
        Over = [.. Enumerable.Range(0, Size).Where(cell => counts.Any(count => cell / count.Stride % (count.Limit + 2) > count.Limit))];
    }

    public int Size { get; }

    /// <summary>The first cell in which the least minutes are reached.</summary>
    public int FirstEnough { get; }

    /// <summary>Cells that stand for going over a limit.</summary>
    public int[] Over { get; }

    public int Step(int shift, int units, bool startsWeekend) =>
        units * unitStride + typeStride[shift] + (startsWeekend ? weekendStride : 0);
}
