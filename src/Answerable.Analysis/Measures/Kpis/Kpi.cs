namespace Answerable.Analysis.Measures;

public enum KpiUnit
{
    Percent,
    Seconds,
    Contacts,
    Times,
}

/// <summary>A declared key performance indicator: nothing about it is left to whoever reads it.</summary>
/// <param name="Name">Stable, for the command line and addresses.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Words">What it says, in a sentence.</param>
/// <param name="Version">Rises when the formula changes; figures of different versions are never put side by side unmarked.</param>
/// <param name="Exclusions">What is left out.</param>
/// <param name="Empty">What is said when there is nothing to divide by.</param>
/// <param name="HigherIsBetter">Null where neither is.</param>
public sealed record Kpi(
    string Name, string Title, string Words, int Version, KpiUnit Unit, Formula Formula, string Exclusions, string Empty, bool? HigherIsBetter)
{
    /// <summary>Whose measures it reads.</summary>
    public Family Family { get; init; } = ContactMeasures.Family;

    /// <summary>Counts shown beside the figure: what is not yet known, what it does not cover.</summary>
    public IReadOnlyList<Beside> Beside { get; init; } = [];

    /// <summary>By what formulas it was read as earlier versions, the first first: they are told of and computed no more.</summary>
    public IReadOnlyList<string> Superseded { get; init; } = [];

    /// <summary>To which interval a contact belongs.</summary>
    public string Attribution => Family == ContactMeasures.Family
        ? "Each contact counts in the interval in which it arrived."
        : "Time counts in the interval in which it passed; a stretch counts once it has ended.";
}

/// <summary>A count that is shown beside a figure.</summary>
public sealed record Beside(string Label, IReadOnlyList<SignedTerm> Terms)
{
    /// <summary>How many of what is kept make one of what is shown: 60,000 where times are shown in minutes.</summary>
    public long Per { get; init; } = 1;

    internal long Shown(long sum) => (sum + Per / 2) / Per;
}
