namespace Answerable.Model.Procedures.Checks;

/// <summary>Something a check found in a chart.</summary>
/// <param name="Code">Dotted and stable, such as <c>chart.dead-step</c>.</param>
/// <param name="Key">The node it stands at; none where it concerns the whole chart.</param>
/// <param name="Sentence">What is wrong and what to do, naming the step by its number.</param>
/// <param name="Blocks">Whether the version may not be published while it stands; else it is advice.</param>
public sealed record Finding(string Code, string? Key, string Sentence, bool Blocks = true)
{
    /// <summary>Whether it is mended in the authority matrix, by whoever sets limits, and not in the chart.</summary>
    public bool AtLimits => Code.StartsWith("authority.", StringComparison.Ordinal);
}
