using Answerable.Analysis.Planning.Rosters;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Planning.Rosters;

public sealed class RosterSearchTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Aims a good heuristic reaches; the proven bounds published for the same instances.</summary>
    [Theory]
    [InlineData(1, 607, 607, 2)]
    [InlineData(2, 845, 828, 3)]
    [InlineData(3, 1005, 1001, 8)]
    [InlineData(4, 1733, 1716, 3)]
    [InlineData(5, 1264, 1141, 3)]
    [InlineData(6, 2192, 1949, 4)]
    public void The_public_instances_are_solved_to_their_aims_and_never_below_their_proven_bounds(int instance, long aim, long proven, int cycles)
    {
        var problem = RosterInstances.Public(instance);
        var result = RosterSearch.Run(problem, new(Seed: 1, Lanes: 2, Cycles: cycles), stop: Stop).Value;
        Assert.Empty(RosterCheck.Judge(problem, result.Roster).Breaches);
        Assert.Equal(RosterCheck.Judge(problem, result.Roster).Cost, result.Verdict.Cost);
        Assert.InRange(result.Verdict.Cost, proven, aim);
        Assert.InRange(result.LowerBound, proven * 9 / 10, proven);
    }

    /// <summary>Cover is a wish with a price, not a rule: where everybody is off, the roster is empty and what is short is what it costs.</summary>
    [Fact]
    public void Where_nobody_can_work_the_roster_is_empty_and_what_is_short_is_its_cost()
    {
        var problem = RosterText.Read("""
            SECTION_HORIZON
            7
            SECTION_SHIFTS
            E,480,L|D
            D,480,
            L,480,
            SECTION_STAFF
            A,E=7|D=7|L=7,4800,0,7,1,1,7
            B,E=7|D=7|L=7,4800,0,7,1,1,7
            SECTION_DAYS_OFF
            A,0,1,2,3,4,5,6
            B,0,1,2,3,4,5,6
            SECTION_COVER
            0,D,3,100,1
            1,D,3,100,1
            """).Value;
        var found = RosterSearch.Run(problem, new(Seed: 1, Lanes: 2, Cycles: 2), stop: Stop).Value;
        Assert.All(found.Roster.Assigned, days => Assert.All(days, shift => Assert.Equal(Roster.Off, shift)));
        Assert.True(found.Verdict.Feasible);
        Assert.Equal((600, 600, 0, 600), (found.Verdict.Cost, found.Verdict.UnderCost, found.Verdict.RequestCost, found.LowerBound));
    }

    [Fact]
    public void The_bound_and_the_search_meet_where_the_instance_allows()
    {
        var result = RosterSearch.Run(RosterInstances.Public(2), new(Seed: 1, Lanes: 2, Cycles: 12), stop: Stop).Value;
        Assert.Equal(828, result.LowerBound);
        Assert.Equal(828, result.Verdict.Cost);
        Assert.Equal(0, result.Gap);
    }

    [Fact]
    public void The_same_seed_gives_the_same_roster_on_one_processor_and_on_all()
    {
        var problem = RosterInstances.Public(3);
        var one = RosterSearch.Run(problem, new(Seed: 7, Lanes: 3, Cycles: 2) { Processors = 1 }, stop: Stop).Value;
        var all = RosterSearch.Run(problem, new(Seed: 7, Lanes: 3, Cycles: 2), stop: Stop).Value;
        Assert.Equal(one.LowerBound, all.LowerBound);
        Assert.Equal(one.Roster.Assigned.SelectMany(days => days), all.Roster.Assigned.SelectMany(days => days));
    }

    [Fact]
    public void Small_problems_are_solved_to_the_enumerated_optimum_and_the_bound_stays_below_it() =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), seed =>
        {
            var problem = RosterInstances.Small(seed, people: 2, days: 5);
            var best = RosterInstances.Enumerated(problem);
            var found = RosterSearch.Run(problem, new(Seed: seed, Lanes: 1, Cycles: 1));
            return best is null
                ? found.Refusals.SingleOrDefault()?.Code == "roster.person"
                : found.Value.Verdict.Cost == best && found.Value.LowerBound <= best;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void One_persons_horizon_is_exactly_the_best_there_is() =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), seed =>
        {
            var problem = RosterInstances.Small(seed, people: 1, days: 8);
            var found = RosterSearch.Run(problem, new(Seed: seed, Lanes: 1, Cycles: 0));
            return RosterInstances.Enumerated(problem) is { } best ? found.Value.Verdict.Cost == best : !found.Allowed;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void A_relaxed_roster_never_costs_more() =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), seed =>
        {
            var strict = RosterInstances.Small(seed, people: 4, days: 14);
            var found = RosterSearch.Run(strict, new(Seed: seed, Lanes: 1, Cycles: 0));
            if (!found.Allowed)
                return true;
            return Relaxations(strict).All(relaxed =>
            {
                var again = RosterSearch.Run(relaxed, new(Seed: seed, Lanes: 1, Cycles: 0) { From = found.Value.Roster }).Value;
                return again.Verdict.Cost <= found.Value.Verdict.Cost && again.LowerBound <= found.Value.Verdict.Cost;
            });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    private static IEnumerable<RosterProblem> Relaxations(RosterProblem strict)
    {
        yield return strict with { People = [.. strict.People.Select(p => p with { DaysOff = [] })] };
        yield return With(strict, c => c with { MaxWeekends = c.MaxWeekends + 1 });
        yield return With(strict, c => c with { MinMinutes = 0, MaxMinutes = c.MaxMinutes + 480 });
        yield return With(strict, c => c with { MinDaysInARow = 1, MinDaysOffInARow = 1, MaxDaysInARow = c.MaxDaysInARow + 1 });
        yield return strict with { Shifts = [.. strict.Shifts.Select(s => s with { NotFollowedBy = [] })] };
    }

    private static RosterProblem With(RosterProblem problem, Func<RosterContract, RosterContract> change) =>
        problem with { People = [.. problem.People.Select(p => p with { Contract = change(p.Contract) })] };

    [Fact]
    public void A_relaxed_public_instance_costs_no_more_than_the_strict_one()
    {
        var strict = RosterInstances.Public(3);
        var best = RosterSearch.Run(strict, new(Seed: 2, Lanes: 2, Cycles: 2), stop: Stop).Value;
        var relaxed =
            strict with { People = [.. strict.People.Select(p => p with { Contract = p.Contract with { MaxWeekends = 2, MinDaysOffInARow = 1 } })] };
        var again = RosterSearch.Run(relaxed, new(Seed: 2, Lanes: 2, Cycles: 2) { From = best.Roster }, stop: Stop).Value;
        Assert.True(again.Verdict.Cost < best.Verdict.Cost, $"{again.Verdict.Cost} against {best.Verdict.Cost}");
    }

    [Fact]
    public void Many_scarce_shift_types_still_give_a_lawful_roster_above_its_bound()
    {
        ShiftType[] types = [.. Enumerable.Range(0, 9).Select(type => new ShiftType($"T{type}", 480, []))];
        RosterPerson[] people =
            [.. Enumerable.Range(0, 4).Select(p => new RosterPerson($"P{p}", new(4800, 9600, 1, 5, 1, 4, [.. Enumerable.Repeat(2, 9)]), []))];
        CoverNeed[] cover = [.. Enumerable.Range(0, 28).Select(day => new CoverNeed(day, 0, 4, 10, 1))];
        var result = RosterSearch.Run(new(28, types, people, [], cover), new(Cycles: 0), stop: Stop).Value;
        Assert.True(result.Verdict.Feasible);
        Assert.InRange(result.LowerBound, 1, result.Verdict.Cost);
    }

    [Fact]
    public void A_search_stopped_at_once_still_gives_a_feasible_roster()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var result = RosterSearch.Run(RosterInstances.Public(5), new(), stop: stop.Token).Value;
        Assert.True(result.Verdict.Feasible);
        Assert.Equal(0, result.Cycles);
    }

    [Fact]
    public void The_cost_only_falls_as_the_search_runs()
    {
        var seen = new Costs();
        var result = RosterSearch.Run(RosterInstances.Public(4), new(Seed: 3, Lanes: 2, Cycles: 2), seen, Stop).Value;
        Assert.True(seen.Reported.Count > 3);
        Assert.Equal(seen.Reported.OrderDescending().Distinct(), seen.Reported);
        Assert.Equal(result.Verdict.Cost, seen.Reported[^1]);
    }

    [Fact]
    public void A_person_without_any_lawful_horizon_is_named()
    {
        var problem = RosterInstances.Public(1);
        var stuck = problem.People[2] with { DaysOff = [.. Enumerable.Range(0, 14)] };
        var found = RosterSearch.Run(problem with { People = [.. problem.People.Take(2), stuck, .. problem.People.Skip(3)] }, new(Cycles: 1),
            stop: Stop);
        Assert.Equal("C has no horizon that keeps every hard rule of the contract.", found.Refusals.SingleOrDefault()?.Text);
    }

    [Fact]
    public void A_roster_that_breaks_a_rule_cannot_be_started_from()
    {
        var problem = RosterInstances.Public(1);
        var everyDay = new Roster([.. problem.People.Select(_ => (IReadOnlyList<int>)[.. Enumerable.Repeat(0, 14)])]);
        Assert.Equal("roster.from", RosterSearch.Run(problem, new(Cycles: 1) { From = everyDay }, stop: Stop).Refusals.SingleOrDefault()?.Code);
    }

    private sealed class Costs : IProgress<RosterProgress>
    {
        public List<long> Reported { get; } = [];

        public void Report(RosterProgress value) => Reported.Add(value.Cost);
    }
}
