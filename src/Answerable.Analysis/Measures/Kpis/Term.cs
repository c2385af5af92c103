using System.Numerics;

namespace Answerable.Analysis.Measures;

/// <summary>One additive quantity of a formula: it says what it is and adds itself up over cells.</summary>
public abstract record Term
{
    public abstract string Words(KpiParameters parameters);

    public virtual KpiParameterUse Uses => KpiParameterUse.None;

    /// <summary>Adds each cell of the quarter-hour to its group's total; a cell of group -1 is left out. O(cells + histogram entries).</summary>
    internal abstract void AddUp(QuarterColumns quarter, ReadOnlySpan<int> groups, TermContext context, Span<long> totals);

    private protected static void AddUp<T>(ReadOnlySpan<T> cells, ReadOnlySpan<int> groups, Span<long> totals, int sign)
        where T : struct, INumberBase<T>
    {
        for (var place = 0; place < cells.Length; place++)
            if (groups[place] >= 0)
                totals[groups[place]] += sign * long.CreateTruncating(cells[place]);
    }
}

/// <param name="Parameters">The formula's parameters.</param>
/// <param name="Horizons">Until when repeats are known.</param>
internal sealed record TermContext(KpiParameters Parameters, Horizons Horizons);

/// <summary>A count.</summary>
/// <param name="Without">A part of it that is left out.</param>
public sealed record CountTerm(Measure Count, string Called, Measure? Without = null) : Term
{
    public override string Words(KpiParameters parameters) => Called;

    internal override void AddUp(QuarterColumns quarter, ReadOnlySpan<int> groups, TermContext context, Span<long> totals)
    {
        AddUp<int>(quarter.Counts(Count), groups, totals, 1);
        if (Without is { } part)
            AddUp<int>(quarter.Counts(part), groups, totals, -1);
    }
}

/// <summary>A sum of times, in milliseconds.</summary>
/// <param name="Without">A part of it that is left out.</param>
public sealed record TimeTerm(Measure Time, string Called, Measure? Without = null) : Term
{
    public override string Words(KpiParameters parameters) => Called;

    internal override void AddUp(QuarterColumns quarter, ReadOnlySpan<int> groups, TermContext context, Span<long> totals)
    {
        AddUp<long>(quarter.Sums(Time), groups, totals, 1);
        if (Without is { } part)
            AddUp<long>(quarter.Sums(part), groups, totals, -1);
    }
}
