namespace Answerable.Model.Procedures;

/// <summary>The preferred way to do a step.</summary>
public sealed record Guideline
{
    public static readonly Guideline Empty = new();

    /// <summary>The approach, in Markdown.</summary>
    public string Approach { get; init; } = "";
    /// <summary>What must be done.</summary>
    public IReadOnlyList<string> Must { get; init; } = [];
    public IReadOnlyList<string> Never { get; init; } = [];
    /// <summary>Words to use, as a suggestion.</summary>
    public string Say { get; init; } = "";
    /// <summary>Words that must be said as they stand, and are ticked.</summary>
    public string MustSay { get; init; } = "";
    /// <summary>What one needs to know.</summary>
    public string Knowledge { get; init; } = "";
    /// <summary>Why the step is done so: the requirement or the reason.</summary>
    public string Why { get; init; } = "";
}
