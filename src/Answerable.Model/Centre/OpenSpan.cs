using System.Globalization;

namespace Answerable.Model.Centre;

/// <summary>A stretch of opening, in minutes after midnight. One that ends no later than it begins ends on the day after.</summary>
public readonly record struct OpenSpan(int From, int To)
{
    public const int Day = 24 * 60;

    public int Minutes => To > From ? To - From : To + Day - From;

    /// <summary>Is it open at a minute counted from the midnight of the day it begins on.</summary>
    public bool Covers(int minute) => minute >= From && minute < From + Minutes;

    public override string ToString() => $"{Clock(From)}-{Clock(To)}";

    /// <summary>Reads "09:00-12:30, 22:00-06:00"; nothing, or "closed", is no opening at all. Null where it cannot be read.</summary>
    public static IReadOnlyList<OpenSpan>? Read(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0 || text.Equals("closed", StringComparison.OrdinalIgnoreCase))
            return [];
        var spans = text.Split(',').Select(One).ToList();
        return spans.Contains(null) ? null : [.. spans.Select(span => span!.Value)];
    }

    public static string Words(IReadOnlyList<OpenSpan> spans) => spans.Count == 0 ? "closed" : string.Join(", ", spans);

    /// <summary>The dashes that people, and the programs they copy from, put between two times.</summary>
    private static readonly char[] Dashes = ['-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\uFE58', '\uFE63', '\uFF0D'];

    private static OpenSpan? One(string text) =>
        text.Split(Dashes) is [var from, var to] && Minute(from) is { } start && Minute(to) is { } end && start < Day && start != end
            ? new OpenSpan(start, end) : null;

    private static int? Minute(string text) => text.Trim() switch
    {
        "24:00" => Day,
        var time when TimeOnly.TryParseExact(time, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) =>
            known.Hour * 60 + known.Minute,
        _ => null,
    };

    private static string Clock(int minute) => $"{minute / 60:00}:{minute % 60:00}";
}
