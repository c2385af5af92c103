namespace Answerable.Model.Procedures.Editing;

/// <summary>A chart that comes whole, from a file or another hand: its words are tidied like any edit's, and what cannot be kept is
/// refused.</summary>
public static class WholeChart
{
    public static Outcome<Chart> Of(Chart chart)
    {
        if (chart.Nodes.Count > ChartEdit.MostNodes)
            return new Refusal("version.too-long", $"A procedure holds at most {ChartEdit.MostNodes} steps; this has {chart.Nodes.Count}.");
        if (chart.Nodes.FirstOrDefault(node => node.Key.Length is 0 or > 20) is { } odd)
            return new Refusal("version.key", $"The key '{odd.Key}' of '{odd.Title}' is empty or too long.", "Key");
        if (chart.Nodes.GroupBy(node => node.Key).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return new Refusal("version.key", $"The key '{twice.Key}' is given to more than one step.", "Key");
        var tidy = chart with { Nodes = [.. chart.Nodes.Select(NodeText.Tidy)], KeysGiven = chart.LastKey() };
        var refusals = tidy.Nodes.SelectMany(node => NodeText.Refusals(node)
            .Select(refusal => refusal with { Text = $"{tidy.NumberOf(node.Key)} '{node.Title}': {refusal.Text}" })).ToList();
        return refusals.Count > 0 ? refusals : tidy;
    }
}
