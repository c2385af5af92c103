using System.Globalization;

namespace Answerable.Analysis.Planning.Rosters;

/// <summary>Reads the public rostering instance format of schedulingbenchmarks.org: sections of comma-separated rows.</summary>
public static class RosterText
{
    /// <summary>The problem, or one sentence that names the line and the field that is wrong.</summary>
    public static Outcome<RosterProblem> Read(string text)
    {
        var reading = new RosterReading();
        try
        {
            var section = "";
            var number = 0;
            foreach (var raw in text.Split('\n'))
            {
                number++;
                var line = raw.Trim();
                if (line.Length == 0 || line[0] == '#')
                    continue;
                if (line.StartsWith("SECTION_", StringComparison.Ordinal))
                    section = line;
                else
                    reading.Take(section, new RosterLine(number, line.Split(',')));
            }
            return reading.Finish();
        }
        catch (RosterLineException wrong)
        {
            return new Refusal("roster.line", wrong.Message);
        }
    }
}

/// <summary>Stops a reading at the first wrong field; never leaves this file's reader.</summary>
internal sealed class RosterLineException(string sentence) : Exception(sentence);

/// <summary>One row of an instance file with its line number, read field by field.</summary>
internal sealed record RosterLine(int Number, string[] Fields)
{
    public string Text(int field, string name) =>
        field < Fields.Length ? Fields[field].Trim() : throw Wrong(name, "is missing");

    public int Whole(int field, string name, int least = 0, int below = int.MaxValue) =>
        int.TryParse(Text(field, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= least && value < below
            ? value
            : throw Wrong(name, $"is \"{Text(field, name)}\", not a whole number {(below == int.MaxValue ? $"of at least {least}" : $"from {least} to {below - 1}")}");

    public int Known(int field, string name, Dictionary<string, int> ids) =>
        ids.TryGetValue(Text(field, name), out var index) ? index : throw Wrong(name, $"\"{Text(field, name)}\" is not known");

    public RosterLineException Wrong(string name, string what) => new($"Line {Number}, {name} {what}.");
}
