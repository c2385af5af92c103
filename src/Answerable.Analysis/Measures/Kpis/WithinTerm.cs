namespace Answerable.Analysis.Measures;

/// <summary>How many waits of a histogram were at most T, or at most s. Exact for whole seconds, because buckets are rounded up.</summary>
/// <param name="ByShort">Whether the bound is the short-abandon limit s; otherwise it is the threshold T.</param>
/// <param name="Beyond">Counts those beyond the bound instead.</param>
public sealed record WithinTerm(Measure Waits, bool ByShort, bool Beyond, string Called) : Term
{
    public override KpiParameterUse Uses => ByShort ? KpiParameterUse.ShortAbandon : KpiParameterUse.Threshold;

    public override string Words(KpiParameters parameters) => $"{Called} {(Beyond ? "after more than" : "within")} {Bound(parameters)} s";

    internal override void AddUp(QuarterColumns quarter, ReadOnlySpan<int> groups, TermContext context, Span<long> totals)
    {
        var spread = quarter.SpreadOf(Waits);
        if (spread.IsEmpty)
            return;
        var bound = Bound(context.Parameters);
        for (var place = 0; place < groups.Length; place++)
            if (groups[place] >= 0)
                totals[groups[place]] += Sum(spread, spread.Starts[place], spread.Starts[place + 1], bound);
    }

    private long Sum(QuarterColumns.View spread, int from, int to, int bound)
    {
        var values = spread.Values[from..to];
        var contacts = spread.Times[from..to];
        var sum = 0L;
        for (var at = 0; at < values.Length; at++)
            sum += values[at] > bound == Beyond ? contacts[at] : 0;
        return sum;
    }

    private int Bound(KpiParameters parameters) => ByShort ? parameters.ShortSeconds : parameters.ThresholdSeconds;
}
