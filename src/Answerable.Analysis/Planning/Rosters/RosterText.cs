using Answerable.Model;

namespace Answerable.Analysis.Planning.Rosters;

/// <summary>Reads the public rostering instance format of schedulingbenchmarks.org: sections of comma-separated rows.</summary>
public static class RosterText
{
    /// <summary>The problem, or one sentence that names the line and the field that is wrong.</summary>
    public static Outcome<RosterProblem> Read(string text)
    {
        var reading = new RosterReading();
        var (section, number) = ("", 0);
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var content = raw.Trim();
            if (content.Length == 0 || content[0] == '#')
                continue;
            if (content.StartsWith("SECTION_", StringComparison.Ordinal))
            {
                section = content;
                continue;
            }
            var line = new RosterLine(number, content.Split(','));
            reading.Take(section, line);
            if (line.Fault is { } fault)
                return new Refusal("roster.line", fault);
        }
        return reading.Finish();
    }
}
