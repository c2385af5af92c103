using Answerable.Analysis.Measures;
using Answerable.App.Measures;

namespace Answerable.Web.Measures;

/// <summary>Which contacts one would look at first behind a KPI, and how the parts are called.</summary>
internal static class KpiParts
{
    public static ContactPart UsualOf(Kpi kpi) => kpi.Name switch
    {
        var name when name.StartsWith("service-level", StringComparison.Ordinal) => ContactPart.AnsweredLate,
        var name when name.StartsWith("fcr", StringComparison.Ordinal) || name.StartsWith("contacts-not-repeated", StringComparison.Ordinal) =>
            ContactPart.Repeated,
        "abandonment" or "abandonment-ex-short" or "contacts-abandoned" or "patience" => ContactPart.Abandoned,
        "contacts" => ContactPart.All,
        "speed-of-answer" or "wait-p50" or "wait-p90" or "wait-max" or "contacts-answered" => ContactPart.Answered,
        _ => ContactPart.Handled,
    };

    public static string Words(ContactPart part, KpiParameters parameters) => part switch
    {
        ContactPart.All => "All contacts",
        ContactPart.Answered => "Answered",
        ContactPart.AnsweredInTime => $"Answered within {parameters.ThresholdSeconds} s",
        ContactPart.AnsweredLate => $"Answered after more than {parameters.ThresholdSeconds} s",
        ContactPart.Abandoned => "Abandoned",
        ContactPart.AbandonedShort => $"Abandoned within {parameters.ShortSeconds} s",
        ContactPart.Waiting => "Still waiting",
        ContactPart.Handled => "Handled and closed",
        ContactPart.Repeated => $"Answered, and again about the same within {parameters.WindowDays} days",
        ContactPart.Excluded => "Left out of all counts",
    };
}
