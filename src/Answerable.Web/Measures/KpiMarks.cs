using Answerable.Analysis.Measures;
using Answerable.App.Procedures;
using Answerable.Model;
using Answerable.Web.Shared;

namespace Answerable.Web.Measures;

/// <summary>What happened on the time line of a plot: the versions that took effect, each at the interval it fell in.</summary>
internal static class KpiMarks
{
    /// <summary>The publications to ask for; none where the plot has no time line.</summary>
    public static Publications? Question(KpiView view) => view.Asked.Interval is null ? null : new Publications(
        Local.StartOf(view.Asked.From), Local.StartOf(view.Asked.To),
        view.Asked.Only.GetValueOrDefault(Dimension.Type) is { Length: > 0 } type ? type : null);

    /// <summary>Those of the demo centre belong to its contacts alone.</summary>
    public static IReadOnlyList<Publications.Line> Shown(IReadOnlyList<Publications.Line> lines, bool demo) =>
        [.. lines.Where(line => line.Demo == demo)];

    public static IReadOnlyList<KpiPlot.Mark> Of(IReadOnlyList<Publications.Line> lines, KpiView view)
    {
        var starts = view.Found.Lines.Select(line => line.Start).OfType<DateTimeOffset>().Distinct().Order().ToList();
        return [.. lines.Where(line => starts.Count > 0 && line.EffectiveFrom >= starts[0])
            .GroupBy(line => starts.FindLastIndex(start => start <= line.EffectiveFrom))
            .Select(group => new KpiPlot.Mark(group.Key, group.Count() == 1 ? Words(group.First()) : Counted.Of(group.Count(), "publication")))];
    }

    public static string Words(Publications.Line line) => $"{line.Name}, version {line.Version}";
}
