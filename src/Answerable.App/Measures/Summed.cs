using Answerable.Analysis.Measures;

namespace Answerable.App.Measures;

/// <summary>Quarter-hours added up, waiting to be kept.</summary>
/// <param name="AsOf">The journal's number as of which.</param>
/// <param name="Left">How many dirty quarter-hours were left for another round.</param>
internal sealed record Summed(long AsOf, IReadOnlyList<SummedQuarter> Quarters, int Left);

internal sealed record SummedQuarter(int Quarter, Dictionary<CellKey, Cell> Cells, byte[] Linked);
