namespace Answerable.Analysis.Planning.Cover;

/// <summary>A kind of shift that may start at several times, with its meal at one of several offsets.</summary>
/// <param name="Name">What it is called: "full", "part".</param>
/// <param name="Length">From start to end, in intervals.</param>
public sealed record ShiftKind(string Name, int Length)
{
    /// <summary>The meal's length in intervals; 0 for none. The person covers nothing meanwhile and is not paid for it.</summary>
    public int MealLength { get; init; }

    /// <summary>How many intervals after the start the meal may begin; needed where there is a meal.</summary>
    public IReadOnlyList<int> MealOffsets { get; init; } = [];

    /// <summary>The cost of one shift, by default its paid intervals.</summary>
    public double? Cost { get; init; }

    /// <summary>The largest share of all heads that may work this kind; null for any.</summary>
    public double? MaxShare { get; init; }

    /// <summary>The first interval at which it may start.</summary>
    public int EarliestStart { get; init; }

    /// <summary>The last interval at which it may start; null for as late as it fits into the day.</summary>
    public int? LatestStart { get; init; }

    /// <summary>Intervals for which one shift is paid.</summary>
    public int PaidIntervals => Length - MealLength;

    /// <summary>Every reason why this is not a kind of shift; none when it is.</summary>
    public IEnumerable<Fault> Faults()
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return new Fault("name", "is missing");
        if (Length < 1)
            yield return new Fault("length", $"must be at least 1 interval, not {Length}");
        if (MealLength < 0 || MealLength >= Math.Max(Length, 1))
            yield return new Fault("meal_length", $"must be from 0 to under the length, not {MealLength}");
        if (MealLength > 0 && MealOffsets.Count == 0)
            yield return new Fault("meal_offsets", "must name at least one offset for the meal");
        foreach (var offset in MealOffsets.Where(offset => offset < 0 || offset + MealLength > Length))
            yield return new Fault("meal_offsets", $"has {offset}, which puts the meal outside the shift");
        if (Cost is { } cost && !(cost >= 0 && cost <= 1e9))
            yield return new Fault("cost", $"must be from 0 to 1000000000, not {Bounds.Shown(cost)}");
        if (MaxShare is { } share && !(share >= 0 && share <= 1))
            yield return new Fault("max_share", $"must be between 0 and 1, not {Bounds.Shown(share)}");
        if (EarliestStart < 0 || LatestStart < EarliestStart)
            yield return new Fault("earliest_start", $"must be at least 0 and not after the latest start, not {EarliestStart}");
    }

    /// <summary>
    /// The kinds a day of half-hours has when none are told: eight and a half hours with a meal of half an hour after three and a half to
    /// four and a half, or four hours for at most a quarter of heads.
    /// </summary>
    public static IReadOnlyList<ShiftKind> Usual { get; } =
    [
        new("full", 17) { MealLength = 1, MealOffsets = [7, 8, 9] },
        new("part", 8) { MaxShare = 0.25 },
    ];

    /// <summary>The usual kinds for a day of so many half-hours; a day shorter than the full shift is worked from end to end.</summary>
    public static IReadOnlyList<ShiftKind> UsualWithin(int halfHours) => halfHours >= Usual[0].Length
        ? Usual
        : [new("whole day", halfHours), .. Usual.Where(kind => kind.Length < halfHours)];

    /// <summary>Every way of working this kind within a day.</summary>
    internal IEnumerable<Shift> Within(int intervals)
    {
        var last = Math.Min(LatestStart ?? intervals, intervals - Length);
        for (var start = EarliestStart; start <= last; start++)
            if (MealLength == 0)
                yield return new Shift(this, start, null);
            else
                foreach (var offset in MealOffsets)
                    yield return new Shift(this, start, start + offset);
    }
}
