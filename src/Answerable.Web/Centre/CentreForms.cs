using Answerable.Model.Centre;

namespace Answerable.Web.Centre;

/// <summary>The settings as the page's form carries them.</summary>
internal sealed class SettingsForm
{
    public string Name { get; set => field = value ?? ""; } = "";
    public string Zone { get; set => field = value ?? ""; } = "";
    public string Currency { get; set => field = value ?? ""; } = "";
    public string Holidays { get; set => field = value ?? ""; } = "";
    public long Revision { get; set; }
}

/// <summary>The hours of a queue's week, a field a weekday.</summary>
internal sealed class WeekForm
{
    public string Queue { get; set => field = value ?? ""; } = "";
    public string? Monday { get; set; }
    public string? Tuesday { get; set; }
    public string? Wednesday { get; set; }
    public string? Thursday { get; set; }
    public string? Friday { get; set; }
    public string? Saturday { get; set; }
    public string? Sunday { get; set; }

    public string this[int place] => new[] { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday }[place] ?? "";

    public static WeekForm Of(WeekOfQueue week, string queue)
    {
        string? Day(int place) => week.Days.ElementAtOrDefault(place) is { Count: > 0 } spans ? string.Join(", ", spans) : null;
        return new()
        {
            Queue = queue,
            Monday = Day(0),
            Tuesday = Day(1),
            Wednesday = Day(2),
            Thursday = Day(3),
            Friday = Day(4),
            Saturday = Day(5),
            Sunday = Day(6),
        };
    }
}

internal sealed class SpecialForm
{
    public string? Date { get; set; }
    public string Queue { get; set => field = value ?? ""; } = "";
    public string Open { get; set => field = value ?? ""; } = "";
    public string Why { get; set => field = value ?? ""; } = "";
}
