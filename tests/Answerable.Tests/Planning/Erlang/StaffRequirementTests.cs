using System.Text.Json;
using Answerable.Analysis.Planning.Erlang;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Planning.Erlang;

public sealed class StaffRequirementTests
{
    private static readonly Gen<(StaffingGoals Goals, double? Patience)> Wants =
        from level in Gen.Choose(50, 97)
        from seconds in Gen.Choose(0, 60)
        from definition in Gen.Elements(Enum.GetValues<ServiceLevelDefinition>())
        from kind in Gen.Choose(0, 3)
        from patience in Gen.Elements<double?>(null, 60, 240, 900)
        let goals = new StaffingGoals
        {
            Service = kind == 0 ? new ServiceGoal(level / 100.0, seconds, definition) : null,
            SpeedOfAnswerSeconds = kind == 1 ? seconds + 1 : null,
            Abandons = kind == 2 ? (100 - level) / 500.0 : null,
            Occupancy = kind == 3 || level > 90 ? 0.85 : null,
        }
        where patience is not null || goals.Abandons is null
        select (goals, patience);

    private static readonly Gen<Load> Loads =
        from calls in Gen.Choose(1, 3000)
        from handling in Gen.Choose(30, 600)
        select new Load(calls, handling);

    [Fact]
    public void The_agents_required_are_enough_and_one_fewer_is_not() => Check.QuickThrowOnFailure(
        Prop.ForAll(Wants.ToArbitrary(), Loads.ToArbitrary(), (want, load) =>
        {
            var agents = new StaffRequirement(want.Goals, want.Patience).Of(load).Agents;
            return Attains(want, load, agents) && !Attains(want, load, agents - 1);
        }));

    [Fact]
    public void Merging_two_queues_never_needs_more_people() => Check.QuickThrowOnFailure(
        Prop.ForAll(Wants.Where(IsAboutService).ToArbitrary(), Loads.ToArbitrary(), Gen.Choose(1, 3000).ToArbitrary(), (want, load, otherCalls) =>
        {
            var requirement = new StaffRequirement(want.Goals, want.Patience);
            var apart = requirement.Of(load).Agents + requirement.Of(load with { CallsPerHour = otherCalls }).Agents;
            return requirement.Of(load with { CallsPerHour = load.CallsPerHour + otherCalls }).Agents <= apart;
        }));

    [Fact]
    public void A_curve_needs_in_each_interval_what_the_interval_alone_needs() => Check.QuickThrowOnFailure(
        Prop.ForAll(Wants.ToArbitrary(), Gen.Choose(0, 4000).ListOf(20).ToArbitrary(), (want, calls) =>
        {
            var curve = new StaffRequirement(want.Goals, want.Patience).Of([.. calls.Select(call => (double)call)], 200);
            return curve.Zip(calls).All(interval => interval.First.Agents
                == (interval.Second == 0 ? 0 : new StaffRequirement(want.Goals, want.Patience).Of(new Load(interval.Second, 200)).Agents));
        }));

    [Fact]
    public void The_reference_days_requirements_follow_from_their_calls()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(SharedFile.PathOf("vectors/shift_cover.json")));
        var goals = new StaffingGoals { Service = new ServiceGoal(0.8, 20, ServiceLevelDefinition.OfOffered) };
        foreach (var day in file.RootElement.GetProperty("instances").EnumerateArray())
        {
            var scale = 2 * day.GetProperty("scale").GetDouble();
            var calls = day.GetProperty("calls_per_halfhour").EnumerateArray().Select(calls => scale * calls.GetDouble()).ToList();
            Assert.Equal(day.GetProperty("required").EnumerateArray().Select(required => required.GetInt32()),
                new StaffRequirement(goals, null).Of(calls, 240).Select(staffing => staffing.Agents));
        }
    }

    [Fact]
    public void Eighty_in_thirty_of_250_calls_an_hour_takes_28() => Assert.Equal(28, new StaffRequirement(
        new StaffingGoals { Service = new ServiceGoal(0.8, 30, ServiceLevelDefinition.OfOffered) }, null).Of(new Load(250, 330)).Agents);

    [Theory, InlineData(100, 0.3, 143), InlineData(100, 0, 100), InlineData(70, 0.3, 100), InlineData(68, 0.32, 100), InlineData(0, 0.5, 0)]
    public void Shrinkage_is_grossed_up_by_division(int agents, double shrinkage, int rostered) =>
        Assert.Equal(rostered, Shrinkage.Gross(agents, shrinkage));

    [Fact]
    public void Shrinkages_one_inside_the_other_are_not_added() => Assert.Equal(0.32, Shrinkage.Cascade(0.2, 0.15), 12);

    [Fact]
    public void A_requirement_tells_agents_at_work_and_people_to_roster()
    {
        var goals = new StaffingGoals { Occupancy = 0.8, Shrinkage = 0.3 };
        Assert.Equal(new Staffing(100, 143), new StaffRequirement(goals, null).Of(new Load(1600, 180)));
    }

    [Fact]
    public void Goals_that_cannot_be_met_are_told()
    {
        ServiceGoal all = new(1, 20, ServiceLevelDefinition.OfOffered);
        Assert.Contains(new StaffingGoals { Service = all }.Faults(), fault => fault.Field == "service_level");
        Assert.Contains(new StaffingGoals().Faults(), fault => fault.Field == "goals");
        Assert.Contains(new StaffingGoals { Occupancy = double.NaN }.Faults(), fault => fault.Field == "occupancy");
        Assert.Contains(new StaffingGoals { Occupancy = 0.8, Shrinkage = 1 }.Faults(), fault => fault.Field == "shrinkage");
        Assert.Contains(new StaffingGoals { Abandons = 0 }.Faults(), fault => fault.Field == "abandons");
        Assert.Throws<InvalidOperationException>(() => new StaffRequirement(new StaffingGoals { Service = all }, null));
    }

    /// <summary>
    /// Those for which it is so. Merged queues lose fewer contacts, so a cap on occupancy may need more people; and where
    /// so many leave that a lax goal is met by understaffing, so may a speed of answer.
    /// </summary>
    private static bool IsAboutService((StaffingGoals Goals, double? Patience) want) => want.Goals.Occupancy is null
        && (want.Patience is null || want.Goals.Abandons is not null
            || want.Goals.Service is { Definition: ServiceLevelDefinition.OfOffered, Level: >= 0.8 });

    private static bool Attains((StaffingGoals Goals, double? Patience) want, Load load, int agents)
    {
        var family = want.Patience is null ? QueueFamily.C : QueueFamily.A;
        var design = new QueueDesign(family, load, agents, null, want.Goals.Service?.Seconds, want.Patience);
        return !design.Faults().Any() && want.Goals.AreMetBy(design.Figures());
    }
}
