using Answerable.Analysis.Measures;
using Answerable.App.Measures;

namespace Answerable.Web.Measures;

/// <summary>The channel a figure is of, in its title: the same words never stand above two figures.</summary>
internal static class ChannelSaid
{
    /// <summary>Figures of waiting and handling: a letter answered within the day would drown the seconds of the calls.</summary>
    public static readonly IReadOnlyList<string> OfCalls = ["service-level-f3", "speed-of-answer", "abandonment", "handling-time"];

    public static string After(string kpi, IReadOnlyDictionary<Dimension, string> only, MeasuresExtent.Finding extent) =>
        !extent.Choices.TryGetValue(Dimension.Channel, out var channels) ? ""
        : only.TryGetValue(Dimension.Channel, out var key) ? $", {(channels.FirstOrDefault(one => one.Key == key)?.Label ?? key).ToLowerInvariant()}"
        : OfCalls.Contains(kpi) && channels.Count > 1 ? ", all channels"
        : "";
}
