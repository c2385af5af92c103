using System.Text.Json;
using Answerable.Analysis.Rehearsal;
using Answerable.Simulation.Replications;

namespace Answerable.Tests.Rehearsal;

public class ScenarioFileTests
{
    [Fact]
    public void The_guides_example_is_read_and_rehearsed_the_same_on_one_thread_and_on_two()
    {
        var scenario = ScenarioFile.Read(Example(), out var problems);
        Assert.Empty(problems);
        var one = Report(scenario!, threads: 1);
        Assert.Equal(one, Report(scenario!, threads: 2));
        using var report = JsonDocument.Parse(one);
        Assert.Equal(5, report.RootElement.GetProperty("ContactTypes").GetArrayLength());
        Assert.Equal(24, report.RootElement.GetProperty("Intervals").GetArrayLength());
        Assert.All(report.RootElement.GetProperty("ContactTypes").EnumerateArray(), t =>
            Assert.InRange(t.GetProperty("ServiceLevel").GetProperty("Value").GetDouble(), 0.01, 1));
    }

    [Theory]
    [InlineData("\"hours\": 12", "\"hours\": -1", "hours must be a positive number, but is -1.")]
    [InlineData("\"hours\": 12", "\"hours\": \"NaN\"", "hours must be a positive number, but is \"NaN\".")]
    [InlineData("\"hours\": 12,", "", "hours is missing.")]
    [InlineData("\"hours\": 12,", "\"hours\": 12, \"hours\": 12,", "hours is given twice.")]
    [InlineData("\"startsAt\": \"08:00\"", "\"startsAt\": \"25:00\"", "startsAt must be a time of day such as 08:30, but is \"25:00\".")]
    [InlineData("\"perHour\": 60", "\"perHour\": -60", "contactTypes[1].perHour must be a number, 0 or more, but is -60.")]
    [InlineData("[90, 130", "[90, -130", "contactTypes[0].perHourByInterval[1] must be a number, 0 or more, but is -130.")]
    [InlineData("\"meanSeconds\": 150", "\"meanSeconds\": 0", "contactTypes[0].patience.meanSeconds must be a positive number, but is 0.")]
    [InlineData("\"lognormal\"", "\"cauchy\"", "contactTypes[0].handling.law \"cauchy\" is not one of")]
    [InlineData("\"phases\": 3", "\"phases\": 2.5", "contactTypes[1].handling.phases must be a whole number")]
    [InlineData("\"probability\": 0.4", "\"probability\": 1.4", "contactTypes[0].redial.probability must be a probability from 0 to 1, but is 1.4.")]
    [InlineData("\"to\": \"second line\"", "\"to\": \"third line\"",
        "contactTypes \"service\".referral.to: there is no contact type \"third line\".")]
    [InlineData("\"name\": \"billing\"", "\"name\": \"service\"", "contactTypes: the name \"service\" is used twice.")]
    [InlineData("\"agents\": 5", "\"agents\": 0", "skillGroups \"second line team\": agents are 0 all the time")]
    [InlineData("\"agents\": 5", "\"agents\": 1000000", "skillGroups \"second line team\": agents must be from 0 to 100,000 at any time.")]
    [InlineData("\"agents\": 5,", "", "skillGroups[3].agents is missing: give exactly one of agents, agentsByInterval or shifts.")]
    [InlineData("\"to\": \"12:30\" }] }", "\"to\": \"17:30\" }] }", "skillGroups[0].shifts[0].breaks must lie within the shift, from first to last.")]
    [InlineData("\"serves\": [{ \"type\": \"chat\" }]", "\"serves\": [{ \"type\": \"fax\" }]",
        "skillGroups \"chat team\".serves: there is no contact type \"fax\".")]
    [InlineData("\"serves\": [{ \"type\": \"chat\" }]", "\"serves\": []",
        "skillGroups[2].serves must be a list in square brackets with at least one entry.")]
    [InlineData("\"hand back\"", "\"drop\"", "skillGroups[1].endOfShift is \"drop\", but must be \"finish\" or \"hand back\".")]
    [InlineData("\"chatsAtOnce\": 3", "\"chatsAtOnce\": 3, \"endOfShift\": \"hand back\"",
        "skillGroups \"chat team\".endOfShift: a group that handles several chats at once must finish them.")]
    [InlineData("\"keepFree\": 1", "\"keepfree\": 1", "skillGroups[0].keepfree is not a field here")]
    [InlineData("\"deferrable\": true", "\"deferrable\": false", "contactTypes \"email\".interruptible: only deferrable work can be put aside.")]
    [InlineData("\"perHour\": 60", "\"perHour\": 900000000", "more than two thousand million contacts would come")]
    public void What_is_wrong_is_said_with_its_place(string right, string wrong, string sentence)
    {
        Assert.Contains(right, Example(), StringComparison.Ordinal);
        Assert.Null(ScenarioFile.Read(Example().Replace(right, wrong, StringComparison.Ordinal), out var problems));
        Assert.Contains(problems, p => p.Contains(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"name\":3,\"hours\":{},\"contactTypes\":{},\"skillGroups\":[1]}")]
    public void Anything_else_is_refused_in_words(string text)
    {
        Assert.Null(ScenarioFile.Read(text, out var problems));
        Assert.All(problems, p => Assert.EndsWith(".", p, StringComparison.Ordinal));
        Assert.NotEmpty(problems);
    }

    private static string Report(Scenario scenario, int threads)
    {
        var runs = RehearsalStudy.Run(scenario, seed: 3, replications: 20, new ReplicationPlan(threads), out var problem);
        Assert.Equal("", problem);
        return JsonSerializer.Serialize(RehearsalReport.Of(scenario, 3, runs!));
    }

    private static string Example()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var guide = Path.Combine(folder.FullName, "docs", "guides", "scenario-file.md");
            if (File.Exists(guide))
                return File.ReadAllText(guide).Split("```json")[1].Split("```")[0];
        }
        throw new FileNotFoundException("The test needs docs/guides/scenario-file.md in a folder above it.");
    }
}
