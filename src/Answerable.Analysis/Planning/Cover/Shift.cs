namespace Answerable.Analysis.Planning.Cover;

/// <summary>One way of working a kind of shift.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Start">The interval in which it starts.</param>
/// <param name="MealStart">The interval in which its meal starts; null without one.</param>
public sealed record Shift(ShiftKind Kind, int Start, int? MealStart)
{
    /// <summary>The first interval after it.</summary>
    public int End => Start + Kind.Length;

    /// <summary>What one head on it costs.</summary>
    public double Cost => Kind.Cost ?? Kind.PaidIntervals;

    /// <summary>Whether a person on it is at work in an interval.</summary>
    public bool Covers(int interval) =>
        interval >= Start && interval < End && !(interval >= MealStart && interval < MealStart + Kind.MealLength);

    /// <summary>A name that files of every solver accept.</summary>
    internal string NameIn(int number) => $"x{number}_s{Start}{(MealStart is { } meal ? $"_m{meal}" : "")}";
}
