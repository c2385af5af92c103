using System.Globalization;

namespace Answerable.Analysis.Planning.Rosters;

/// <summary>One row of an instance file with its line number, read field by field; the first wrong field is kept as a sentence.</summary>
internal sealed class RosterLine(int number, string[] fields)
{
    /// <summary>What is wrong with the line, or null so far.</summary>
    public string? Fault { get; private set; }

    public int Fields => fields.Length;

    public string Text(int field, string name)
    {
        if (field < fields.Length)
            return fields[field].Trim();
        Wrong(name, "is missing");
        return "";
    }

    /// <summary>A whole number in [least, below), or 0 with a fault.</summary>
    public int Whole(int field, string name, int least = 0, int below = int.MaxValue)
    {
        var text = Text(field, name);
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value < below)
            return value;
        Wrong(name, $"is \"{text}\", not a whole number {(below == int.MaxValue ? $"of at least {least}" : $"from {least} to {below - 1}")}");
        return 0;
    }

    /// <summary>The index of a known name, or 0 with a fault.</summary>
    public int Known(int field, string name, Dictionary<string, int> ids)
    {
        if (ids.TryGetValue(Text(field, name), out var index))
            return index;
        Wrong(name, $"\"{Text(field, name)}\" is not known");
        return 0;
    }

    public void Wrong(string name, string what) => Fault ??= $"Line {number}, {name} {what}.";

    /// <summary>Part of a field, read by the same rules and blamed on the same line.</summary>
    public RosterLine Part(string text, char separator) => new(number, text.Split(separator));

    public void Blame(RosterLine part) => Fault ??= part.Fault;
}
