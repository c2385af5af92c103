namespace Answerable.Analysis.Measures;

/// <summary>The totals of a KPI's terms, group by group; sums of groups are exact because every term is additive.</summary>
internal sealed class Totals
{
    private const int ManyGroups = 500;
    private readonly Dictionary<Term, long[]> _terms = [];
    private readonly Measure? _histogram;
    private readonly Distribution?[] _distributions = [];

    public Totals(Kpi kpi, int groups)
    {
        foreach (var term in TermsOf(kpi))
            _terms.TryAdd(term, new long[groups]);
        if (kpi.Formula is not Percentile percentile)
            return;
        _histogram = percentile.Histogram;
        _distributions = new Distribution?[groups];
    }

    public void AddUp(QuarterColumns quarter, ReadOnlySpan<int> groups, TermContext context)
    {
        foreach (var (term, totals) in _terms)
            term.AddUp(quarter, groups, context, totals);
        if (_histogram is { } histogram)
            AddUp(quarter, groups, histogram);
    }

    public (Figure Figure, IReadOnlyList<long> Beside) Of(Kpi kpi, IReadOnlyList<int> groups) =>
        (FigureOf(kpi, groups), [.. kpi.Beside.Select(beside => beside.Shown(Sum(beside.Terms, groups)))]);

    private Figure FigureOf(Kpi kpi, IReadOnlyList<int> groups) => kpi.Formula switch
    {
        Ratio ratio => Figure.Of(ratio, Sum(ratio.Numerator, groups), Sum(ratio.Denominator, groups), kpi.Empty),
        Tally tally => Count(Sum(tally.Terms, groups)),
        Percentile percentile => Of(percentile, kpi.Empty, groups),
        _ => throw new InvalidOperationException($"No way to work out {kpi.Formula.GetType().Name}."),
    };

    private static Figure Count(long count) => new(count, count, null, null);

    private Figure Of(Percentile percentile, string empty, IReadOnlyList<int> groups)
    {
        var merged = new Distribution(sparse: groups.Count != 1 && _distributions.Length > ManyGroups);
        foreach (var group in groups)
            if (_distributions[group] is { } distribution)
                merged.Add(distribution);
        return new Figure(merged.At(percentile.PerMille), null, merged.Total, merged.Total == 0 ? empty : null);
    }

    private long Sum(IReadOnlyList<SignedTerm> terms, IReadOnlyList<int> groups)
    {
        var sum = 0L;
        foreach (var (term, sign) in terms)
        {
            var totals = _terms[term];
            foreach (var group in groups)
                sum += sign * totals[group];
        }
        return sum;
    }

    private void AddUp(QuarterColumns quarter, ReadOnlySpan<int> groups, Measure histogram)
    {
        var spread = quarter.SpreadOf(histogram);
        if (spread.IsEmpty)
            return;
        for (var place = 0; place < groups.Length; place++)
            if (groups[place] >= 0)
                AddUp(spread, spread.Starts[place], spread.Starts[place + 1], groups[place]);
    }

    private void AddUp(QuarterColumns.View spread, int from, int to, int group)
    {
        var distribution = _distributions[group] ??= new Distribution(sparse: _distributions.Length > ManyGroups);
        for (var at = from; at < to; at++)
            distribution.Add(spread.Values[at], spread.Times[at]);
    }

    private static IEnumerable<Term> TermsOf(Kpi kpi)
    {
        var formula = kpi.Formula switch
        {
            Ratio ratio => ratio.Numerator.Concat(ratio.Denominator),
            Tally tally => tally.Terms,
            _ => [],
        };
        return formula.Concat(kpi.Beside.SelectMany(beside => beside.Terms)).Select(signed => signed.Term);
    }
}
