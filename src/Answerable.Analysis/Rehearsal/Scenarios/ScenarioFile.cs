using System.Text.Json;

namespace Answerable.Analysis.Rehearsal;

/// <summary>Reads a scenario from its JSON text (docs/guides/scenario-file.md), and says everything that is wrong with it, field by field.</summary>
public static class ScenarioFile
{
    /// <summary>The scenario, or nothing and at least one problem. Never throws on bad text.</summary>
    public static Scenario? Read(string text, out IReadOnlyList<string> problems)
    {
        var found = new List<string>();
        problems = found;
        try
        {
            using var document =
                JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var scenario = Scenario(new ScenarioNode("", document.RootElement, found));
            if (found.Count == 0)
                found.AddRange(ScenarioRules.Problems(scenario));
            return found.Count == 0 ? scenario : null;
        }
        catch (JsonException broken)
        {
            found.Add($"The file is not JSON: line {broken.LineNumber + 1} is amiss from character {broken.BytePositionInLine + 1} on.");
            return null;
        }
    }

    private static Scenario Scenario(ScenarioNode node)
    {
        node.Only("name", "hours", "warmUpHours", "startsAt", "intervalMinutes", "lines", "contactTypes", "skillGroups");
        var startsAt = node.TimeOfDay("startsAt", 0);
        return new Scenario
        {
            Name = node.Text("name"),
            Duration = node.Positive("hours") * 3600,
            WarmUp = node.NotNegative("warmUpHours", 0) * 3600,
            Interval = node.Positive("intervalMinutes", 30) * 60,
            Lines = node.Has("lines") ? node.Whole("lines", 1) : null,
            Types = [.. node.List("contactTypes").Select(ScenarioFileTypes.ContactType)],
            Groups = [.. node.List("skillGroups").Select(group => ScenarioFileGroups.SkillGroup(group, startsAt))]
        };
    }
}
