using Answerable.Analysis.Measures;
using NodaTime;

namespace Answerable.App.Measures;

/// <summary>A stretch of the period, read by one definition.</summary>
internal sealed class PartReading
{
    private readonly KpiFigures _asked;
    private readonly Kpi _kpi;
    private readonly Definition _definition;
    private readonly Names _names;
    private readonly Labels _labels;
    private readonly IReadOnlyList<int> _starts;
    private KpiRow? _total;

    public PartReading(KpiFigures asked, Kpi kpi, Definition definition, IReadOnlyDictionary<Dimension, int> only, MeasuresImage image,
        Horizons horizons, Labels labels)
    {
        (_asked, _kpi, _definition, _names, _labels) = (asked, kpi, definition, image.Names, labels);
        var period = definition.Period;
        _starts = asked.Interval is { } interval ? period.Starts(interval) : [period.FromQuarter];
        var slice = new Slice(period.FromQuarter, period.ToQuarter, asked.Kinds, only);
        Reading = new KpiReading(kpi, definition.Parameters, slice, horizons, image.Names, asked.Split, _starts);
    }

    public KpiReading Reading { get; }
    public KpiRow Total => _total ??= Reading.Total();
    public DateOnly From => _definition.Period.From.ToDateOnly();

    public KpiFigures.Part Part() => new(
        From, _definition.Period.To.ToDateOnly(), _definition.Version, _definition.Parameters, _kpi.Formula.Words(_definition.Parameters),
            Total.Figure, Beside(Total));

    public IEnumerable<KpiFigures.Line> Lines() => (_asked.Split, _asked.Interval) switch
    {
        (null, null) => [],
        (null, _) => Reading.ByInterval().Select(LineOf),
        (_, null) => InOrder(Reading.BySplit().Select(LineOf)),
        _ => InOrder(Reading.BySplit().SelectMany(row => Reading.ByIntervalOf(row.Split!.Value)).Select(LineOf)),
    };

    public IReadOnlyList<KpiFigures.BesideCount> Beside(KpiRow row) =>
        [.. _kpi.Beside.Zip(row.Beside, (beside, count) => new KpiFigures.BesideCount(beside.Label, count))];

    private static IEnumerable<KpiFigures.Line> InOrder(IEnumerable<KpiFigures.Line> lines) =>
        lines.OrderBy(line => line.Key!.Length == 0).ThenBy(line => line.Label, StringComparer.CurrentCultureIgnoreCase).ThenBy(line => line.Start);

    private KpiFigures.Line LineOf(KpiRow row)
    {
        var key = row.Split is { } split ? _names.Text(_asked.Split!.Value, split) : null;
        return new KpiFigures.Line(
            row.Interval is { } start ? Begins(_starts[start]) : null,
            row.Interval is { } end ? Begins(end + 1 < _starts.Count ? _starts[end + 1] : _definition.Period.ToQuarter) : null,
            key, key is null ? null : _labels.Of(_asked.Split!.Value, key), row.Figure, Beside(row), _definition.Version);
    }

    private DateTimeOffset Begins(int quarter) => _definition.Period.Local(quarter).ToDateTimeOffset();
}
