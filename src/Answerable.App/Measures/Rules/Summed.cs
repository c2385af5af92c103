using Answerable.Analysis.Measures;

namespace Answerable.App.Measures;

/// <summary>Quarter-hours of a family added up, waiting to be kept.</summary>
/// <param name="AsOf">The journal's number as of which.</param>
/// <param name="Quarters">Those only touched by the dirty ones before these: should the rest not be kept, they are touched again.</param>
/// <param name="Left">How many dirty quarter-hours were left for another round.</param>
internal sealed record Summed(Family Family, long AsOf, IReadOnlyList<SummedQuarter> Quarters, int Left);

/// <param name="Linked">What tells whose repeats a change touches; only contacts have it.</param>
internal sealed record SummedQuarter(int Quarter, Dictionary<CellKey, Cell> Cells, byte[] Linked);
