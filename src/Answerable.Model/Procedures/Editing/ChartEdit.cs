namespace Answerable.Model.Procedures.Editing;

/// <summary>One change to a chart. It answers the chart as it would be, or why it may not be; it never leaves a key given twice.</summary>
public abstract record ChartEdit
{
    public const int MostNodes = 500;

    public abstract Outcome<Chart> Apply(Chart chart);

    /// <summary>What it does, in words, as the chart stands before it.</summary>
    public abstract string Words(Chart before);

    /// <summary>The node it concerns, for history and for going back to it.</summary>
    public abstract string? NodeIn(Chart before);

    /// <param name="field">Where it was said.</param>
    protected static Refusal Gone(string key, string field = "Key") =>
        new("version.node-gone", $"There is no step '{key}' in this version any more. Somebody may have removed it; look at the outline again.",
            field);

    protected static string Named(Chart chart, string? key) =>
        key is not null && chart.Find(key) is { } node ? $"{chart.NumberOf(key)} '{node.Title}'" : "a step";
}
