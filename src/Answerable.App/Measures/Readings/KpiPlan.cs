using Answerable.Analysis.Measures;
using Answerable.Model;

namespace Answerable.App.Measures;

/// <summary>A question made ready to be read: its parts, one for each definition in force, wait for quarter-hours to be led past them.</summary>
internal sealed class KpiPlan
{
    private readonly List<PartReading> _parts;

    private readonly string _zone;

    private KpiPlan(Kpi kpi, MeasuresImage image, string zone, List<PartReading> parts) => (Kpi, Image, _zone, _parts) = (kpi, image, zone, parts);

    public Kpi Kpi { get; }
    public MeasuresImage Image { get; }
    public IEnumerable<KpiReading> Readings => _parts.Select(part => part.Reading);

    public static async Task<Outcome<KpiPlan>> OfAsync(KpiFigures asked, KpiMoment moment, CancellationToken stop)
    {
        if (KpiQuestion.Kpi(asked) is { Allowed: false } unknown)
            return unknown.Refusals.ToList();
        var kpi = KpiQuestion.Kpi(asked).Value;
        var period = KpiQuestion.PeriodOf(asked, moment.Zone);
        if (!period.Allowed)
            return period.Refusals.ToList();
        var image = await moment.ImageAsync(kpi.Family, stop);
        var labels = asked.Split is null && asked.Only.Count == 0 ? Labels.None : await moment.LabelsAsync(stop);
        var context = moment.Context;
        var only = KpiQuestion.OnlyOf(asked, kpi, image.Names, labels, context.OfAllPeople());
        if (!only.Allowed)
            return only.Refusals.ToList();
        if (KpiQuestion.TooMany(asked, image.Names, period.Value) is { } many)
            return many;
        var seen = await context.SeesAsync(asked, only.Value, image.Names, stop);
        if (!seen.Allowed)
            return seen.Refusals.ToList();
        var definitions = Definitions.InForce(await moment.DefinitionsAsync(kpi, stop), kpi, asked, period.Value);
        if (!definitions.Allowed)
            return definitions.Refusals.ToList();
        var horizons = image.HorizonsAt(moment.Now);
        return new KpiPlan(kpi, image, period.Value.Zone.Id,
            [.. definitions.Value.Select(definition => new PartReading(asked, kpi, definition, seen.Value, image, horizons, labels))]);
    }

    /// <summary>What has been read, once all has been led past.</summary>
    public KpiFigures.Finding Found()
    {
        var whole = _parts.Count == 1 ? _parts[0].Total : null;
        var total = whole?.Figure ?? new Figure(null, null, null, $"the definition changed on {_parts[1].From:d MMMM yyyy}: see each part");
        return new KpiFigures.Finding(
            Kpi, total, whole is null
                ? [] : _parts[0].Beside(whole), _parts.ConvertAll(part => part.Part()), [.. _parts.SelectMany(part => part.Lines())], Image.Waiting)
        {
            Zone = _zone,
        };
    }
}
