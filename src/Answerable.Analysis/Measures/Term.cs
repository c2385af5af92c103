namespace Answerable.Analysis.Measures;

/// <summary>One additive quantity of a formula: it says what it is and adds itself up over cells.</summary>
public abstract record Term
{
    public abstract string Words(KpiParameters parameters);

    public virtual KpiParameterUse Uses => KpiParameterUse.None;

    /// <summary>Adds each cell of the quarter-hour to its group's total; a cell of group -1 is left out. O(cells + histogram entries).</summary>
    internal abstract void AddUp(QuarterColumns quarter, ReadOnlySpan<int> groups, TermContext context, Span<long> totals);
}

/// <param name="Parameters">The formula's parameters.</param>
/// <param name="Horizons">Until when repeats are known.</param>
internal sealed record TermContext(KpiParameters Parameters, Horizons Horizons);

/// <summary>A count of contacts.</summary>
public sealed record CountTerm(ContactCount Count, string Called) : Term
{
    public override string Words(KpiParameters parameters) => Called;

    internal override void AddUp(QuarterColumns quarter, ReadOnlySpan<int> groups, TermContext context, Span<long> totals)
    {
        if (!quarter.Has(Count))
            return;
        var counts = quarter.Counts(Count);
        for (var place = 0; place < groups.Length; place++)
            if (groups[place] >= 0)
                totals[groups[place]] += counts[place];
    }
}

/// <summary>A sum of times, in milliseconds.</summary>
/// <param name="Place">A <see cref="ContactTime"/> or, in cells of agents' time, an <see cref="AgentTime"/>.</param>
public sealed record TimeTerm(int Place, string Called) : Term
{
    public TimeTerm(ContactTime time, string called) : this((int)time, called)
    {
    }

    public TimeTerm(AgentTime time, string called) : this((int)time, called)
    {
    }

    public override string Words(KpiParameters parameters) => Called;

    internal override void AddUp(QuarterColumns quarter, ReadOnlySpan<int> groups, TermContext context, Span<long> totals)
    {
        if (!quarter.HasTime(Place))
            return;
        var times = quarter.Times(Place);
        for (var place = 0; place < groups.Length; place++)
            if (groups[place] >= 0)
                totals[groups[place]] += times[place];
    }
}
