using Answerable.Model.Contacts;


namespace Answerable.App.Demo.Days;

/// <summary>What comes to one queue.</summary>
/// <param name="Weekday">First contacts on a mean weekday; repeats and redials come on top.</param>
/// <param name="Hours">Opening and closing on weekdays, in hours of the local day.</param>
/// <param name="PatienceSeconds">Mean patience; none where nobody waits on a line.</param>
internal sealed record Demand(string Queue, string Team, double Weekday, (double From, double To) Hours, double? PatienceSeconds)
{
    public required IReadOnlyList<Share<Channel>> Channels { get; init; }
    public required IReadOnlyList<Share<string>> Types { get; init; }
    /// <summary>Mean first contacts on Saturdays and Sundays.</summary>
    public double Saturday { get; init; }
    public double Sunday { get; init; }

    /// <summary>Mean first contacts of a day: Mondays are busiest, Fridays quiet.</summary>
    public double Mean(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => Saturday,
        DayOfWeek.Sunday => Sunday,
        DayOfWeek.Monday => Weekday * 1.18,
        DayOfWeek.Tuesday => Weekday * 1.03,
        DayOfWeek.Friday => Weekday * 0.86,
        _ => Weekday * 0.965,
    };

    public (double From, double To) HoursOf(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) ? Hours
        : Sunday > 0 ? (9, 17) : (9, 13);

    /// <summary>Rates per second by half-hours of the local day: a peak at ten, a lower one at two.</summary>
    public double[] Rates(DateOnly day)
    {
        var (from, to) = HoursOf(day);
        var shape = Enumerable.Range(0, 48).Select(half => half / 2.0 >= from && half / 2.0 < to ? Busy(half / 2.0 + 0.25) : 0).ToArray();
        var scale = Mean(day) / shape.Sum() / 1800;
        return [.. shape.Select(height => height * scale)];
    }

    private static double Busy(double hour) =>
        0.1 + Math.Exp(-Math.Pow((hour - 10.7) / 1.55, 2)) + 0.74 * Math.Exp(-Math.Pow((hour - 14.2) / 1.9, 2));
}
