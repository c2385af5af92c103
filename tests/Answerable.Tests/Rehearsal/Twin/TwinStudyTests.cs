using System.Text;
using System.Text.Json;
using Answerable.Analysis.Rehearsal.Twin;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Simulation.Replications;
using static Answerable.Tests.Rehearsal.Twin.TwinGrounds;

namespace Answerable.Tests.Rehearsal.Twin;

public sealed class TwinStudyTests
{
    [Fact]
    public void The_journal_of_a_rehearsal_replays_through_the_interpreter_and_the_fold_with_no_refusal()
    {
        foreach (var run in Study(Ground(), Version(), null, new TwinPlan(2, 5, Runs: 3, KeepJournal: true)).Runs)
        {
            var replayed = Replaying.Of(run.Journal, Goodwill, Ground());
            Assert.Contains(run.Journal, entry => entry.Fact() is ReferralTakenOver);
            Assert.Contains(run.Journal, entry => entry.Fact() is ReferralApproved);
            Assert.Contains(run.Journal, entry => entry.Fact() is ReferralRefused);
            Assert.Contains(run.Journal, entry => entry.Fact() is StepSkipped);
            Assert.True(replayed > 1000, $"{replayed} facts of walks were replayed.");
        }
    }

    [Fact]
    public void Every_fact_is_of_kind_simulated_and_names_who_did_it()
    {
        var journal = Study(Ground(), Version(), null, new TwinPlan(1, 5, Runs: 2, KeepJournal: true)).Runs[0].Journal;
        Assert.All(journal, entry => Assert.Equal((FactKind.Simulated, "rehearsal"), (entry.Kind, entry.Source)));
        Assert.Equal(journal.Count, journal.Select(entry => entry.SourceKey).Distinct().Count());
        Assert.All(journal.Where(entry => entry.Fact() is not (ContactArrived or ContactQueued or ContactAbandoned)), entry =>
            Assert.NotNull(entry.Actor));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_on_one_thread_and_on_two()
    {
        string Told(int threads)
        {
            var plan = new TwinPlan(2, 11, Runs: 4, KeepJournal: true);
            var study = TwinStudy.Of(Ground(), Version(), Version(Short, 2), plan, new ReplicationPlan(threads)).Value;
            var text = new StringBuilder(JsonSerializer.Serialize(study.Report));
            foreach (var entry in study.Runs.Concat(study.AgainstRuns).SelectMany(run => run.Journal))
                text.Append(entry.ToString()).Append('\n');
            return text.ToString();
        }
        var one = Told(1);
        Assert.True(one.Length > 100_000);
        Assert.Equal(one, Told(2));
        Assert.Equal(one, Told(2));
    }

    [Fact]
    public void Another_seed_is_another_chance() => Assert.NotEqual(
        Study(Ground(), Version(), null, new TwinPlan(1, 1)).Report.Figures[0].Value,
        Study(Ground(), Version(), null, new TwinPlan(1, 2)).Report.Figures[0].Value);

    [Fact]
    public void Figures_are_those_the_measures_read_from_the_journal_folded()
    {
        var run = Study(Ground(), Version(), null, new TwinPlan(3, 4, Runs: 2, KeepJournal: true)).Runs[0];
        var contacts = run.Journal.Where(entry => entry.Fact() is ContactFact).GroupBy(entry => entry.Subject)
            .Select(facts => facts.Aggregate((Contact?)null, (so, entry) => ContactFold.Apply(so, entry, (ContactFact)entry.Fact()))!)
            .OrderBy(contact => contact.Id.Value).ToList();
        Assert.Equal(run.Figures.SkipLast(1), TwinMeasures.Of(contacts, Monday, 3));
        var first = contacts.Where(contact => contact.ArrivedAt < Monday.AddDays(3)).ToList();
        Assert.Equal(first.Count, run.Figures[0]);
        Assert.Contains(contacts, contact => contact.ArrivedAt >= Monday.AddDays(3));
        var handled = first.Where(contact => contact.State == ContactState.Handled).ToList();
        Assert.Equal(handled.Average(contact => contact.HandleMs!.Value / 1000.0), run.Figures[3]!.Value, 6);
    }

    [Fact]
    public void A_version_against_itself_differs_in_nothing()
    {
        var report = Study(Ground(), Version(), Version(number: 2), new TwinPlan(2, 3)).Report;
        Assert.All(report.Figures, figure => Assert.Equal((0.0, 0.0), (figure.Change!.Value, figure.ChangeHalfWidth!.Value)));
        Assert.Equal(1, report.Figures[0].PValue);
    }

    [Fact]
    public void On_the_same_chance_a_change_of_one_step_shows_with_a_narrower_interval_than_on_separate_chance()
    {
        var extra = Goodwill with { Nodes = [Goodwill.Nodes[0], new Step("n8", "Read the notice"), .. Goodwill.Nodes.Skip(1)], KeysGiven = 8 };
        var ground = Ground() with
        {
            Nodes = new Dictionary<string,
            NodeHabit>
            { ["n8"] = new(new Spell(60, 0), new Dictionary<string, double>(), 0, 0) }
        };
        var handling = Study(ground, Version(extra, 2), Version(), new TwinPlan(2, 3)).Report.Figures[3];
        Assert.InRange(handling.Change!.Value, 60 - handling.ChangeHalfWidth!.Value, 60 + handling.ChangeHalfWidth.Value);
        Assert.True(handling.ChangeHalfWidth < handling.ChangeUnpairedHalfWidth / 3,
            $"{handling.ChangeHalfWidth} beside {handling.ChangeUnpairedHalfWidth}");
        Assert.True(handling.PValue < 0.001);
    }

    [Fact]
    public void Without_variation_and_waiting_the_handling_time_is_the_sum_of_its_steps()
    {
        var sure = new Spell(20, 0);
        var ground = Ground(agents: 200) with
        {
            Nodes = new Dictionary<string, NodeHabit> { ["n1"] = new(sure, new Dictionary<string, double>(), 0, 0) },
            LastWords = new Spell(5, 0),
            Wrap = new Spell(15, 0),
        };
        var report = Study(ground, Version(Short), null, new TwinPlan(1, 3)).Report;
        Assert.Equal(40, report.Figures.Single(figure => figure.Name == "handling-time").Value!.Value, 2);
        Assert.Equal(0, report.Figures.Single(figure => figure.Name == "speed-of-answer").Value!.Value);
        Assert.Equal(100, report.Figures.Single(figure => figure.Name == "resolution-recorded").Value!.Value);
    }

    [Fact]
    public void The_interval_holds_the_truth_as_often_as_it_says()
    {
        // One step of gamma time with mean 100 s, and 20 s of certain time: the mean handling time is 120 s.
        var ground = Ground(agents: 200) with
        {
            Nodes = new Dictionary<string, NodeHabit> { ["n1"] = new(new Spell(100, 1), new Dictionary<string, double>(), 0, 0) },
            LastWords = new Spell(5, 0),
            Wrap = new Spell(15, 0),
            Arrivals = [.. Ground().Arrivals.Select(perHour => perHour / 4)],
            OtherArrivals = new double[24],
        };
        var held = Enumerable.Range(1, 200).Count(seed =>
            Study(ground, Version(Short), null, new TwinPlan(1, seed, Runs: 10)).Report.Figures[3] is { Value: { } mean, HalfWidth: { } half }
                && Math.Abs(mean - 120) <= half);
        // Of 200 intervals at 95 % all but ten should hold it; fewer than 178 would be four standard errors off.
        Assert.InRange(held, 178, 199);
    }

    [Fact]
    public void A_referral_goes_to_the_lowest_role_whose_limit_covers_it_and_above_only_where_that_one_is_busy()
    {
        var levels = Study(Ground(), Version(), null, new TwinPlan(2, 3, Runs: 5)).Report.Levels;
        Assert.Equal(0, levels[0].Asked.Value);
        Assert.All(levels.Skip(1), level => Assert.True(level.Asked.Value > 0, level.Role.ToString()));
        Assert.All(levels.Skip(1), level => Assert.InRange(level.Occupancy.Value!.Value, 0.1, 90));
        var noLimits = Ground() with { Matrix = Model.Authority.Matrix.Empty };
        var alone = Study(noLimits, Version(), null, new TwinPlan(1, 3, Runs: 5)).Report.Levels;
        Assert.True(alone[3].Asked.Value > alone[1].Asked.Value);
    }

    [Fact]
    public void Fewer_people_above_let_referrals_wait()
    {
        double Wait(int seniors, int leaders)
        {
            var ground = Ground(agents: 80, seniors, leaders) with
            {
                Arrivals = [.. Ground().Arrivals.Select(perHour => 6 * perHour)],
                Levels = [.. Ground(80, seniors, leaders).Levels.SkipLast(1), new TwinLevel(Role.Manager, 0, false, default, 0)]
            };
            return Study(ground, Version(), null, new TwinPlan(1, 3, Runs: 4)).Report.Levels.Max(level => level.Wait.Value ?? 0);
        }
        Assert.True(Wait(0, 1) > 10 + Wait(5, 5));
    }

    [Fact]
    public void What_nobody_else_may_decide_ends_all_the_same()
    {
        var alone = Ground() with { Levels = [new TwinLevel(Role.Agent, 5, true, default, 0)] };
        var run = Study(alone, Version(), null, new TwinPlan(1, 3, Runs: 2, KeepJournal: true)).Runs[0];
        Replaying.Of(run.Journal, Goodwill, alone);
        Assert.Contains(run.Journal, entry => entry.Fact() is StepSkipped { Reason: SkipReason.ReferralRefused });
        Assert.Contains(run.Journal, entry => entry.Fact() is WalkBrokenOff);
    }

    [Theory]
    [InlineData(0, "rehearsal.days")]
    [InlineData(367, "rehearsal.days")]
    public void So_many_days_cannot_be_rehearsed(int days, string code) =>
        Assert.Equal(code, Refused(Ground(), Version(), new TwinPlan(days, 1)));

    [Fact]
    public void Without_steps_contacts_or_people_there_is_nothing_to_rehearse()
    {
        var plan = new TwinPlan(1, 1);
        Assert.Equal("rehearsal.empty-chart", Refused(Ground(), Version(Chart.Empty), plan));
        Assert.Equal("rehearsal.no-contacts", Refused(Ground() with { Arrivals = new double[24] }, Version(), plan));
        Assert.Equal("rehearsal.nobody", Refused(Ground(agents: 0), Version(), plan));
        Assert.Equal("rehearsal.runs", Refused(Ground(), Version(), plan with { Runs = 1 }));
    }

    [Fact]
    public void A_chart_that_goes_round_and_round_is_broken_off()
    {
        var round = new Chart([new Step("n1", "Again", Next: "n1")]) { KeysGiven = 1 };
        var ground = Ground(agents: 400) with
        {
            Nodes = new Dictionary<string,
            NodeHabit>
            { ["n1"] = new(new Spell(1, 0), new Dictionary<string, double>(), 0, 0) }
        };
        var run = Study(ground, Version(round), null, new TwinPlan(1, 3, Runs: 2, KeepJournal: true)).Runs[0];
        Assert.Contains(run.Journal, entry => entry.Fact() is WalkBrokenOff);
    }

    private static TwinStudy Study(TwinGround ground, TwinVersion version, TwinVersion? against, TwinPlan plan) =>
        TwinStudy.Of(ground, version, against, plan, new ReplicationPlan(1)).Value;

    private static string Refused(TwinGround ground, TwinVersion version, TwinPlan plan) =>
        Assert.Single(TwinStudy.Of(ground, version, null, plan, new ReplicationPlan(1)).Refusals).Code;
}
