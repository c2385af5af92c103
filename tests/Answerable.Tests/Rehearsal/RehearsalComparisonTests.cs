using Answerable.Analysis.Rehearsal;
using Answerable.Simulation.Replications;

namespace Answerable.Tests.Rehearsal;

public sealed class RehearsalComparisonTests
{
    private static Scenario Day(int agents, string calls = "calls") => Scenario.Named($"{agents} people").Lasting(hours: 8)
        .With(ContactType.ByPhone(calls).Arriving(200).TakingOnAverage(180).WaitingOnAverage(240))
        .With(SkillGroup.Of("team", agents).Serving(calls));

    private static RehearsalComparison Compared(Scenario first, Scenario second) =>
        RehearsalComparison.Of(5, (first, Runs(first)), (second, Runs(second)));

    private static IReadOnlyList<RehearsalRun> Runs(Scenario scenario) =>
        RehearsalStudy.Run(scenario, seed: 5, replications: 60, new ReplicationPlan(), out _)!;

    [Fact]
    public void A_scenario_differs_from_itself_in_nothing()
    {
        var type = Assert.Single(Compared(Day(11), Day(11)).ContactTypes);
        Assert.Equal((0, 0, 1), (type.ServiceLevel.Change, type.ServiceLevel.HalfWidth, type.ServiceLevel.PValue));
    }

    [Fact]
    public void One_person_more_is_seen_more_sharply_on_the_same_chance_than_on_separate_chance()
    {
        var compared = Compared(Day(11), Day(12));
        var level = Assert.Single(compared.ContactTypes).ServiceLevel;
        Assert.True(level.Change > 0 && level.PValue < 1e-6, $"{level}");
        Assert.True(level.HalfWidth < 0.7 * level.UnpairedHalfWidth, $"{level}");
        Assert.Equal(level.Second!.Value - level.First!.Value, level.Change!.Value, 1e-12);
        Assert.Equal(0, Assert.Single(compared.ContactTypes).Attempts.Change);
        Assert.True(Assert.Single(compared.SkillGroups).Occupancy.Change < 0);
    }

    [Fact]
    public void Only_what_both_have_is_compared() => Assert.Empty(Compared(Day(11), Day(11, "letters")).ContactTypes);

    [Fact]
    public void A_study_runs_until_its_service_level_is_as_sure_as_wanted_and_says_when_it_cannot_be()
    {
        var (rough, fine) = (Until(0.05), Until(0.01));
        Assert.True(rough!.Count < fine!.Count, $"{rough.Count} and {fine.Count}");
        Assert.Null(RehearsalStudy.RunUntil(Day(11).Lasting(hours: 0.05), 5, 0.0001, new ReplicationPlan(), out var problem));
        Assert.Contains("still above", problem, StringComparison.Ordinal);
    }

    private static IReadOnlyList<RehearsalRun>? Until(double error) => RehearsalStudy.RunUntil(Day(11), 5, error, new ReplicationPlan(), out _);
}
