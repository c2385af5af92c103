using Answerable.Analysis.Measures;
using Answerable.App.Conduct;
using Answerable.Model.Procedures.Drawing;
using Answerable.Web.Measures;

namespace Answerable.Web.Procedures;

/// <summary>A version's steps shaded by one of their figures, in fifths of the greatest.</summary>
public sealed record StepHeat(Kpi Kpi, IReadOnlyDictionary<string, Heat> Steps, double Greatest)
{
    public static StepHeat Of(StepFigures.Finding found, Kpi shade)
    {
        var place = found.Kpis.ToList().IndexOf(shade);
        var known = found.Steps.Where(step => step.Value[place].Value is not null).ToDictionary(step => step.Key, step => step.Value[place]);
        var greatest = known.Values.Select(figure => figure.Value!.Value).DefaultIfEmpty().Max();
        return new StepHeat(shade, known.ToDictionary(
            step => step.Key, step => new Heat(Heat.BandOf(step.Value.Value!.Value, greatest), Short(shade, step.Value))), greatest);
    }

    /// <summary>Up to which value each band goes.</summary>
    public IEnumerable<(int Band, string UpTo)> Legend => Enumerable.Range(1, Heat.Bands)
        .Select(band => (band, Short(Kpi, new Figure(Greatest * band / Heat.Bands, null, null, null))));

    private static string Short(Kpi kpi, Figure figure) => kpi.Unit switch
    {
        KpiUnit.Percent => figure.Value!.Value.ToString("0.#", System.Globalization.CultureInfo.CurrentCulture) + " %",
        KpiUnit.Seconds => figure.Value!.Value.ToString("#,0.#", System.Globalization.CultureInfo.CurrentCulture) + " s",
        _ => KpiWords.Text(kpi, figure),
    };
}
