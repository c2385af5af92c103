using System.Text.RegularExpressions;

namespace Answerable.App.Import.Profiles;

/// <summary>The unit that a heading names beside what its column holds: <c>Wait (Min)</c>, <c>Talk [sec]</c>, <c>Wartezeit in Minuten</c>,
/// <c>waitMs</c>.</summary>
internal static partial class HeadingUnits
{
    /// <summary>Each value says its own.</summary>
    private const string Clock = "clock";

    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["milliseconds"] =
        [
            "ms", "msec", "msecs", "millis", "milli", "millisecond", "milliseconds", "millisekunde", "millisekunden", "milliseconde", "millisecondes",
            "milisegundo", "milisegundos", "millisecondo", "millisecondi", "milliseconden", "milieiliad", "milieiliadau",
        ],
        ["seconds"] =
        [
            "s", "sec", "secs", "second", "seconds", "sek", "sekunde", "sekunden", "seconde", "secondes", "seg", "segs", "segundo", "segundos",
            "secondo", "secondi", "seconden", "eiliad", "eiliadau",
        ],
        ["minutes"] =
        [
            "m", "min", "mins", "minute", "minutes", "minuten", "mn", "minuto", "minutos", "minuti", "minuut", "munud", "munudau",
        ],
        ["hours"] =
        [
            "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden", "heure", "heures", "hora", "horas", "ora", "ore", "uur", "uren", "awr",
            "oriau",
        ],
        ["days"] = ["d", "day", "days", "tag", "tage", "tagen", "jour", "jours", "día", "días", "giorno", "giorni", "dag", "dagen", "diwrnod"],
        ["h:mm"] = ["h:mm", "hh:mm", "h:m"],
        [Clock] = ["m:ss", "mm:ss", "h:mm:ss", "hh:mm:ss"],
    };

    private static readonly Dictionary<string, string> Known = Words.SelectMany(unit => unit.Value.Select(word => (word, unit.Key)))
        .ToDictionary(pair => pair.word, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    public static string? Of(string heading) => Parted(heading)?.Unit is { } unit and not Clock ? unit : null;

    /// <summary>What the heading says beside its unit.</summary>
    public static string Bare(string heading) => Parted(heading)?.Name ?? heading;

    private static (string Name, string Unit)? Parted(string heading)
    {
        var match = Bracketed().Match(heading) is { Success: true } bracketed ? bracketed
            : Within().Match(heading) is { Success: true } within ? within
            : Behind().Match(heading.Any(char.IsLower) ? Humps().Replace(heading, " ") : heading);
        return match.Success && Known.TryGetValue(match.Groups["unit"].Value.Trim().TrimEnd('.'), out var unit)
            // A letter alone is a unit where it is marked as one.
            && (match.Groups["marked"].Success || unit is not ("minutes" or "days") || match.Groups["unit"].Length > 1)
            ? (match.Groups["rest"].Value.Trim(), unit) : null;
    }

    [GeneratedRegex(@"^(?<rest>.*[^\s])[\s_]*(?<marked>[(\[{])\s*(?:(?:in|en|mewn)\s+)?(?<unit>[^)\]}]+?)\s*[)\]}]\s*\z", RegexOptions.None, 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^(?<rest>.+?)[\s_]+(?<marked>in|en|mewn)[\s_]+(?<unit>[\p{L}.:]+)\s*\z", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Within();

    [GeneratedRegex(@"^(?<rest>.*[^\s_\-/,.:])[\s_\-/,.:]+(?<unit>\p{L}+)\.?\s*\z", RegexOptions.None, 1000)]
    private static partial Regex Behind();

    /// <summary>Between the words of <c>waitSeconds</c>.</summary>
    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})", RegexOptions.None, 1000)]
    private static partial Regex Humps();
}
