using System.Globalization;
using Answerable.Model;

namespace Answerable.App.Planning;

/// <summary>Reads the words of a setting and gathers what is wrong with them.</summary>
internal sealed class SettingReader(IReadOnlyDictionary<string, string> words)
{
    public List<Refusal> Refusals { get; } = [];

    /// <summary>Whether a knob was emptied on purpose.</summary>
    public bool Cleared(string name) => words.TryGetValue(name, out var text) && text.Trim().Length == 0;

    /// <param name="needed">An emptied knob is asked back: to reckon on with a number nobody sees would mislead.</param>
    public double? Number(string name, string said, bool needed = true)
    {
        if (!words.TryGetValue(name, out var text))
            return null;
        if (text.Trim().Length == 0)
            return needed ? Refuse<double>(name, $"{said} is needed: write a number.") : null;
        if (double.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value))
            return BenchSetting.Ranges.TryGetValue(name, out var range) && !range.Holds(value)
                ? Refuse<double>(name, $"{said} must be {range.Words}, not {text.Trim()}.") : value;
        return Refuse<double>(name, $"{said}: \"{text}\" is not a number.");
    }

    public double? Percent(string name, string said, bool needed = true) => Number(name, said, needed) / 100;

    public DateOnly? Date(string name, string said)
    {
        if (!words.TryGetValue(name, out var text) || text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        return Refuse<DateOnly>(name, $"{said}: \"{text}\" is not a date such as 2026-10-09.");
    }

    public T? OneOf<T>(string name, string said, IEnumerable<(string Name, T Value)> known) where T : struct
    {
        if (!words.TryGetValue(name, out var text) || text.Length == 0)
            return null;
        foreach (var (word, value) in known)
            if (word == text)
                return value;
        return Refuse<T>(name, $"{said}: \"{text}\" is none of {string.Join(", ", known.Select(one => one.Name))}.");
    }

    private T? Refuse<T>(string name, string sentence) where T : struct
    {
        Refusals.Add(new Refusal($"planning.{name}", sentence, name));
        return null;
    }
}
