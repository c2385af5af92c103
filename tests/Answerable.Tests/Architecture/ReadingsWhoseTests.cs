using System.Text.RegularExpressions;

namespace Answerable.Tests.Architecture;

/// <summary>
/// Every reading says whose rows it shows: it goes through <c>context.Sees</c>, or stands here with the reason why it need not. A new reading fails
/// until
/// somebody has decided.
/// </summary>
public sealed partial class ReadingsWhoseTests
{
    private const string OfCentre = "shows what is the whole centre's and nobody's in particular";
    private const string ByKpiReader = "its figures come through KpiPlan, which sees by scope";
    private const string Own = "shows the asker's own alone";

    private static readonly Dictionary<string, string> Unscoped = new()
    {
        ["AgentFigures"] = ByKpiReader,
        ["AuthorityMatrix"] = "who may decide what is open to all it binds, persons' own limits too: a referral is explained by it",
        ["CentreRecord"] = OfCentre,
        ["ChartOf"] = OfCentre,
        ["ContactTypeRecord"] = OfCentre,
        ["ContactTypes"] = OfCentre,
        ["DayOnBench"] = OfCentre,
        ["DefinitionHistory"] = OfCentre,
        ["DemoPresent"] = OfCentre,
        ["DeskQueue"] = "what is the asker's own, what waits and what was left for anybody to take or resume",
        ["ImportList"] = OfCentre,
        ["ImportPreview"] = OfCentre,
        ["ImportRecord"] = OfCentre,
        ["ImportRemarks"] = OfCentre,
        ["InvitationInForce"] = "shows one invitation to whoever holds its secret",
        ["JournalCounts"] = ByKpiReader,
        ["JournalKnobs"] = ByKpiReader,
        ["JournalQueues"] = OfCentre,
        ["JournalVerification"] = OfCentre,
        ["KeyList"] = OfCentre,
        ["KpiBoard"] = ByKpiReader,
        ["KpiFigures"] = ByKpiReader,
        ["LimitHistory"] = "who may decide what is open to all it binds, persons' own limits too: a referral is explained by it",
        ["OwnAccount"] = Own,
        ["PlacesNamed"] = "asks each kind of place, and ContactPlaces sees by scope",
        ["ProcedureInForce"] = OfCentre,
        ["ProcedureRecord"] = OfCentre,
        ["Publications"] = OfCentre,
        ["ReferralList"] = "a referral reaches whoever may decide it, in whichever team: the asker's own and those their role may take",
        ["ReferralRecord"] = "a referral reaches whoever may decide it, in whichever team, with all that was known",
        ["RehearsalGround"] = OfCentre,
        ["SeriesList"] = OfCentre,
        ["SeriesRecord"] = OfCentre,
        ["StepFigures"] = "adds up walks by step, role and channel and names nobody",
        ["VersionComparison"] = OfCentre,
        ["VersionRecord"] = OfCentre,
        ["WhatNeedsMe"] = Own,
    };

    [Fact]
    public void Every_reading_sees_by_scope_or_says_why_it_need_not()
    {
        var readings = Directory.EnumerateFiles(Path.Combine(ArchitectureTests.Root, "src", "Answerable.App"), "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetFileNameWithoutExtension(file), Text: File.ReadAllText(file)))
            .Where(file => Reading().IsMatch(file.Text)).ToList();
        Assert.Contains(readings, reading => reading.Name == "ContactTimeline");
        Assert.Empty(readings.Where(reading => !Sees(reading.Text) && !Unscoped.ContainsKey(reading.Name))
            .Select(reading => $"{reading.Name} neither sees by scope nor says why"));
        Assert.Empty(Unscoped.Keys.Where(name => readings.Find(reading => reading.Name == name) is var found
            && (found.Text is null || Sees(found.Text))).Select(name => $"{name} is gone or sees by scope by now"));
    }

    [Theory]
    [InlineData("KpiPlan.cs")]
    [InlineData("ContactPlaces.cs")]
    public void What_others_lean_on_sees_by_scope(string name) =>
        Assert.True(Sees(File.ReadAllText(Directory.EnumerateFiles(Path.Combine(ArchitectureTests.Root, "src", "Answerable.App"), name,
            SearchOption.AllDirectories).Single())));

    private static bool Sees(string text) => text.Contains("context.Sees(", StringComparison.Ordinal);

    [GeneratedRegex(@"\brecord\s+\w+[^{;]*: IReading<")]
    private static partial Regex Reading();
}
