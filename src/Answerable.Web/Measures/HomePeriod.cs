using Answerable.Analysis.Measures;
using Answerable.App.Measures;
using Answerable.Model.Contacts;
using Answerable.Web.Shared;
using Microsoft.Extensions.Primitives;

namespace Answerable.Web.Measures;

/// <summary>The last whole days there are figures of, by phone where the centre is called, as the question that pages of measures are
/// asked.</summary>
internal static class HomePeriod
{
    public static MeasuresQuery Of(MeasuresExtent.Finding extent, DateTimeOffset now, int days, string? team)
    {
        var last = LastWhole(extent, now);
        var given = new Dictionary<string, StringValues>
        { ["from"] = MeasuresQuery.Text(last.AddDays(1 - days)), ["last"] = MeasuresQuery.Text(last) };
        if (Has(extent, Dimension.Channel, nameof(Channel.Phone)))
            given["channel"] = nameof(Channel.Phone);
        if (team is not null && Has(extent, Dimension.Team, team))
            given["team"] = team;
        return new MeasuresQuery(new QueryCollection(given), extent, now);
    }

    private static DateOnly LastWhole(MeasuresExtent.Finding extent, DateTimeOffset now)
    {
        var yesterday = Local.Day(now).AddDays(-1);
        var lasts = extent.UsualKinds.Where(extent.Kinds.ContainsKey).Select(kind => Local.Day(extent.Kinds[kind].Last)).ToList();
        return lasts.Count > 0 && lasts.Max() < yesterday ? lasts.Max() : yesterday;
    }

    private static bool Has(MeasuresExtent.Finding extent, Dimension dimension, string key) =>
        extent.Choices.TryGetValue(dimension, out var choices) && choices.Any(choice => choice.Key == key);
}
