using Answerable.Analysis.Measures;
using Answerable.Model;
using NodaTime;

namespace Answerable.App.Measures;

/// <summary>A stretch of a period and the definition it is read by.</summary>
internal sealed record Definition(LocalPeriod Period, int Version, KpiParameters Parameters);

/// <summary>Which definition of a KPI is in force when.</summary>
internal static class Definitions
{
    /// <param name="rows">The KPI's own, by version.</param>
    public static Outcome<IReadOnlyList<Definition>> InForce(List<DefinitionRow> rows, Kpi kpi, KpiFigures asked, LocalPeriod period)
    {
        if (asked.Version is { } version)
            return Whole(rows, kpi, version, period);
        var parts = Parts(rows, kpi, period);
        return asked is { Threshold: null, ShortAbandon: null, Window: null } ? parts : [Asked(parts[^1], asked, period)];
    }

    private static Outcome<IReadOnlyList<Definition>> Whole(List<DefinitionRow> rows, Kpi kpi, int version, LocalPeriod period)
    {
        if (version == kpi.Version)
            return new[] { new Definition(period, version, KpiParameters.Usual) };
        if (rows.Find(row => row.NumberFor(kpi) == version) is { } row)
            return new[] { new Definition(period, version, row.Parameters) };
        if (version > 0 && version <= kpi.Superseded.Count)
            return new Refusal("measures.superseded", $"Version {version} of {kpi.Title} was another formula ({kpi.Superseded[version - 1]}), "
                + $"which is computed no more; version {kpi.Version} is the first by the present one.", nameof(KpiFigures.Version));
        return new Refusal("measures.no-such-value", $"{kpi.Title} has no definition of version {version}.", nameof(KpiFigures.Version));
    }

    // Later versions hold from their date on, whatever earlier ones said.
    private static Definition[] Parts(List<DefinitionRow> rows, Kpi kpi, LocalPeriod period)
    {
        var changes = rows.Select(row => LocalDate.FromDateOnly(row.From)).Where(date => date > period.From && date < period.To);
        LocalDate[] starts = [period.From, .. changes.Distinct().Order()];
        var parts = new List<Definition>();
        for (var place = 0; place < starts.Length; place++)
        {
            var row = rows.FindLast(row => LocalDate.FromDateOnly(row.From) <= starts[place]);
            var stretch = period with { From = starts[place], To = place + 1 < starts.Length ? starts[place + 1] : period.To };
            if (parts.Count > 0 && parts[^1].Version == (row?.NumberFor(kpi) ?? kpi.Version))
                parts[^1] = parts[^1] with { Period = period with { From = parts[^1].Period.From, To = stretch.To } };
            else
                parts.Add(new Definition(stretch, row?.NumberFor(kpi) ?? kpi.Version, row?.Parameters ?? KpiParameters.Usual));
        }
        return [.. parts];
    }

    private static Definition Asked(Definition last, KpiFigures asked, LocalPeriod period) => last with
    {
        Period = period,
        Parameters = new KpiParameters(
            asked.Threshold ?? last.Parameters.ThresholdSeconds,
            asked.ShortAbandon ?? last.Parameters.ShortSeconds,
            asked.Window ?? last.Parameters.WindowDays),
    };
}
