using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.Model;
using NodaTime;

namespace Answerable.App.Measures;

/// <summary>Reads KPIs from the images in memory: picks cells, definition and labels, leaves the arithmetic to the pure reading.</summary>
internal sealed class KpiReader(MeasuresStore contacts, PresenceStore presence, CentreInForce centre)
{
    public async Task<Outcome<KpiFigures.Finding>> ReadAsync(KpiFigures asked, ReadingContext context, CancellationToken stop)
    {
        if (KpiQuestion.Kpi(asked) is { Allowed: false } unknown)
            return unknown.Refusals.ToList();
        var kpi = KpiQuestion.Kpi(asked).Value;
        var period = KpiQuestion.PeriodOf(asked, (await centre.NowAsync()).Zone);
        if (!period.Allowed)
            return period.Refusals.ToList();
        var image = kpi.Family == ContactMeasures.Family ? await contacts.CurrentAsync(stop, asked.Whole) : await presence.CurrentAsync(stop);
        var labels = asked.Split is null && asked.Only.Count == 0 ? Labels.None : await Labels.ReadAsync(context.Db, stop);
        var only = KpiQuestion.OnlyOf(asked, kpi, image.Names, labels);
        if (!only.Allowed)
            return only.Refusals.ToList();
        var definitions = await Definitions.InForceAsync(context.Db, kpi, asked, period.Value, stop);
        if (!definitions.Allowed)
            return definitions.Refusals.ToList();
        var now = (int)(context.Now.ToUnixTimeSeconds() / 900);
        var parts = definitions.Value.Select(definition => new PartReading(asked, kpi, definition, only.Value, image, image.HorizonsAt(now), labels)).ToList();
        return Put(kpi, parts, image.Waiting) with { Zone = period.Value.Zone.Id };
    }

    private static KpiFigures.Finding Put(Kpi kpi, List<PartReading> parts, int waiting)
    {
        var whole = parts.Count == 1 ? parts[0].Total : null;
        var total = whole?.Figure ?? new Figure(null, null, null, $"the definition changed on {parts[1].From:d MMMM yyyy}: see each part");
        return new KpiFigures.Finding(kpi, total, whole is null ? [] : parts[0].Beside(whole), parts.ConvertAll(part => part.Part()), [.. parts.SelectMany(part => part.Lines())], waiting);
    }
}

/// <summary>A stretch of the period, read by one definition.</summary>
internal sealed class PartReading
{
    private readonly KpiFigures _asked;
    private readonly Kpi _kpi;
    private readonly Definition _definition;
    private readonly Names _names;
    private readonly Labels _labels;
    private readonly IReadOnlyList<int> _starts;
    private readonly KpiReading _reading;

    public PartReading(KpiFigures asked, Kpi kpi, Definition definition, IReadOnlyDictionary<Dimension, int> only, MeasuresImage image, Horizons horizons, Labels labels)
    {
        (_asked, _kpi, _definition, _names, _labels) = (asked, kpi, definition, image.Names, labels);
        var period = definition.Period;
        _starts = asked.Interval is { } interval ? period.Starts(interval) : [period.FromQuarter];
        var slice = new Slice(period.FromQuarter, period.ToQuarter, asked.Kinds, only);
        _reading = new KpiReading(kpi, definition.Parameters, slice, image.Between(slice.From, slice.To), horizons, image.Names, asked.Split, _starts);
        Total = _reading.Total();
    }

    public KpiRow Total { get; }
    public DateOnly From => _definition.Period.From.ToDateOnly();

    public KpiFigures.Part Part() => new(
        From, _definition.Period.To.ToDateOnly(), _definition.Version, _definition.Parameters, _kpi.Formula.Words(_definition.Parameters), Total.Figure, Beside(Total));

    public IEnumerable<KpiFigures.Line> Lines() => (_asked.Split, _asked.Interval) switch
    {
        (null, null) => [],
        (null, _) => _reading.ByInterval().Select(LineOf),
        (_, null) => InOrder(_reading.BySplit().Select(LineOf)),
        _ => InOrder(_reading.BySplit().SelectMany(row => _reading.ByIntervalOf(row.Split!.Value)).Select(LineOf)),
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
