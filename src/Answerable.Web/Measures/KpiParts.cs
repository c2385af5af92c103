using Answerable.Analysis.Measures;
using Answerable.App.Measures;
using Answerable.Model;
using Answerable.Web.Shared;

namespace Answerable.Web.Measures;

/// <summary>How the parts of contacts are called.</summary>
internal static class KpiParts
{
    /// <summary>What can be chosen: where one comes from a KPI, first what it counts.</summary>
    public static IEnumerable<Choice> Choices(Kpi? kpi, KpiParameters parameters) => Choice.Each<ContactPart>(part => Words(part, kpi, parameters))
        .Where(choice => kpi is not null || ByName.Kept<ContactPart>(choice.Value) < ContactPart.Counted)
        .Where(choice => kpi is null || ContactsBehind.Divides(kpi) || ByName.Kept<ContactPart>(choice.Value) <= ContactPart.Counted)
        .OrderByDescending(choice => ByName.Kept<ContactPart>(choice.Value) >= ContactPart.Counted);

    private static string Words(ContactPart part, Kpi? kpi, KpiParameters parameters) => part switch
    {
        ContactPart.Counted => $"All that “{kpi?.Title}” counts",
        ContactPart.Met => "Of these: in its numerator",
        ContactPart.Missed => "Of these: not in its numerator",
        ContactPart.All => "All contacts",
        ContactPart.Answered => "Answered",
        ContactPart.AnsweredInTime => $"Answered within {parameters.ThresholdSeconds} s",
        ContactPart.AnsweredLate => $"Answered after more than {parameters.ThresholdSeconds} s",
        ContactPart.Abandoned => "Abandoned",
        ContactPart.AbandonedShort => $"Abandoned within {parameters.ShortSeconds} s",
        ContactPart.Waiting => "Still waiting",
        ContactPart.Handled => "Handled and closed",
        ContactPart.Repeated => $"Answered, and again about the same within {Counted.Of(parameters.WindowDays, "day")}",
        ContactPart.Excluded => "Left out of all counts",
    };
}
