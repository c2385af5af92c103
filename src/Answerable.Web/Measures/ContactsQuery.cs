using System.Globalization;
using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Answerable.App.Measures;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Web.Shared;

namespace Answerable.Web.Measures;

/// <summary>Which contacts an address asks for.</summary>
internal static class ContactsQuery
{
    public static ContactPart PartOf(MeasuresQuery query) =>
        ByName.Of<ContactPart>(query.Given("part")) is { } part && (part < ContactPart.Counted || KpiOf(query) is not null) ? part : ContactPart.All;

    /// <summary>Whose contacts are asked for, where the address names a KPI that counts contacts.</summary>
    public static Kpi? KpiOf(MeasuresQuery query) =>
        query.Given("kpi") is { } name && Kpis.Find(name) is { } kpi && kpi.Family == ContactMeasures.Family ? kpi : null;

    public static KpiParameters Parameters(MeasuresQuery query) => new(
        query.Threshold ?? KpiParameters.Usual.ThresholdSeconds,
        query.ShortAbandon ?? KpiParameters.Usual.ShortSeconds,
        query.Window ?? KpiParameters.Usual.WindowDays);

    /// <summary>An interval's own bounds where the address names them, else the days.</summary>
    public static ContactsBehind Of(MeasuresQuery query, int page) => new(
        Instant(query.Given("after")) ?? Local.StartOf(query.First),
        Instant(query.Given("before")) ?? Local.StartOf(query.Last.AddDays(1)))
    {
        Part = PartOf(query),
        Kpi = KpiOf(query)?.Name,
        Parameters = Parameters(query),
        Kinds = query.Kinds,
        Only = query.Only,
        State = ByName.Of<ContactState>(query.Given("state")),
        Order = Order.Read(query.Given("sort")),
        Page = page,
    };

    private static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
}
