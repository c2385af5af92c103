using System.Globalization;
using Answerable.Model.Centre;

namespace Answerable.Web.Centre;

/// <summary>The settings as the page's form carries them.</summary>
internal sealed class SettingsForm
{
    public string Name { get; init; } = "";
    public string Zone { get; init; } = "";
    public string Currency { get; init; } = "";
    public string Holidays { get; init; } = "";
    public string AfterContactMinutes { get; init; } = "";
    public long Revision { get; init; }

    /// <summary>What is no number is none that is allowed.</summary>
    public int? AfterContact => AfterContactMinutes.Length == 0 ? null
        : int.TryParse(AfterContactMinutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : 0;

    public static SettingsForm Of(IFormCollection form) => new()
    {
        Name = form["Settings.Name"].ToString(),
        Zone = form["Settings.Zone"].ToString(),
        Currency = form["Settings.Currency"].ToString(),
        Holidays = form["Settings.Holidays"].ToString(),
        AfterContactMinutes = form["Settings.AfterContactMinutes"].ToString().Trim(),
        // What is no revision is none that was looked at: refused as changed meanwhile.
        Revision = long.TryParse(form["Settings.Revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : -1,
    };
}

/// <summary>The hours of a queue's week, a field a weekday.</summary>
internal sealed record WeekForm(string Queue = "", bool NewQueue = false)
{
    /// <summary>Monday first.</summary>
    public IReadOnlyList<string> Days { get; init; } = [.. Enumerable.Repeat("", 7)];

    public static WeekForm Of(IFormCollection form) => new(form["Week.Queue"].ToString(), form["Week.NewQueue"] == "true")
    {
        Days = [.. Enumerable.Range(0, 7).Select(place => form[$"Week.{OpeningRules.FieldOf(place)}"].ToString())],
    };

    public static WeekForm Of(WeekOfQueue week, string queue) => new(queue)
    {
        Days = [.. Enumerable.Range(0, 7).Select(place => string.Join(", ", week.Days.ElementAtOrDefault(place) ?? []))],
    };
}

internal sealed class SpecialForm
{
    public string Date { get; init; } = "";
    public string Queue { get; init; } = "";
    public bool NewQueue { get; init; }
    public string Open { get; init; } = "";
    public string Why { get; init; } = "";

    public static SpecialForm Of(IFormCollection form) => new()
    {
        Date = form["Special.Date"].ToString(),
        Queue = form["Special.Queue"].ToString(),
        NewQueue = form["Special.NewQueue"] == "true",
        Open = form["Special.Open"].ToString(),
        Why = form["Special.Why"].ToString(),
    };
}
