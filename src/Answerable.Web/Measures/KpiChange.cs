using System.Globalization;
using Answerable.Analysis.Measures;

namespace Answerable.Web.Measures;

/// <summary>The difference of two figures of one KPI, in words. It says nothing about chance.</summary>
internal static class KpiChange
{
    public static string Words(Kpi kpi, Figure now, Figure then)
    {
        if (now.Value is not { } value || then.Value is not { } before)
            return then.Value is null ? $"Nothing to compare with ({then.Word ?? "no figure"})" : "No figure to compare";
        var difference = value - before;
        if (Math.Abs(difference) < 0.005)
            return "Unchanged";
        return $"{(difference > 0 ? "Up" : "Down")} {Size(kpi, Math.Abs(difference))} from {KpiWords.Text(kpi, then)}";
    }

    private static string Size(Kpi kpi, double size) => kpi.Unit switch
    {
        KpiUnit.Percent => size.ToString("0.00", CultureInfo.CurrentCulture) + " points",
        KpiUnit.Seconds => size.ToString("#,0.00", CultureInfo.CurrentCulture) + " s",
        KpiUnit.Contacts or KpiUnit.Times => size.ToString("#,0", CultureInfo.CurrentCulture),
    };
}
