using Answerable.Analysis.Measures;
using Answerable.App.Contacts;
using Answerable.App.Measures;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.Measures;

public sealed class KpiFiguresTests
{
    private static readonly DateOnly From = new(2026, 9, 1);
    private static readonly DateOnly To = new(2026, 10, 9);

    [Theory, EachDatabase]
    public async Task The_contacts_behind_a_figure_are_those_it_counts(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await new Recorded(centre).Answered(860, 20_000).Answered(140, 20_001).Abandoned(10, 5_000).Abandoned(10, 20_000).Abandoned(40, 20_200)
            .DeliverAsync();
        foreach (var (kpi, expected) in new[]
            { ("service-level-f1", 83.02), ("service-level-f2", 86.00), ("service-level-f3", 81.13), ("service-level-f4", 82.69),
            ("service-level-f5", 82.08), ("service-level-f6", 81.90) })
            Assert.Equal(expected, Math.Round((await ReadAsync(centre, new KpiFigures(kpi, From, To))).Total.Value!.Value, 2));
        foreach (var (part, expected) in new[]
            { (ContactPart.All, 1060), (ContactPart.AnsweredInTime, 860), (ContactPart.AnsweredLate, 140), (ContactPart.Abandoned, 60),
            (ContactPart.AbandonedShort, 10), (ContactPart.Excluded, 0) })
            Assert.Equal(expected,
                (await centre.AskAsync(new ContactsBehind(Recorded.Start, Recorded.Start.AddDays(1)) { Part = part })).Value.Total);
    }

    /// <summary>What is added up by quarters and what is said of single rows are two hands: each figure is held against its contacts.</summary>
    [Theory, EachDatabase]
    public async Task Each_figures_contacts_are_as_many_as_its_denominator_and_numerator_say(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await new Recorded(centre).Answered(7, 20_000).Answered(3, 20_001).Abandoned(2, 5_000).Abandoned(4, 20_000).Abandoned(5, 20_200)
            .About(1, "A", 0).About(1, "A", 3).About(1, "A", 12).About(1, "B", 12).About(2, "B", 1).About(2, "C", 2).About(3, "D", 5).About(3, "D", 5)
            .About(4, "E", 0).About(4, "E", 7).About(5, "E", 30).About(5, "E", 36).Resolved(6, true).Resolved(2, false)
            .Untimed(3, ContactState.Abandoned).Untimed(2, ContactState.Handled)
            .Handled(1, Unknown.Talk).Handled(2, Unknown.Hold).Handled(3, Unknown.Wrap | Unknown.Hold).Handled(1, Unknown.Wait)
            .Told((0, new ContactArrived(Channel.Phone, "main")), (90, new ContactEnded()))
            .Told((0, new ContactArrived(Channel.Phone, "main")), (4, new ContactAbandoned()), (5, new ContactAnswered(null, null, "Ann")))
            .Told((3, new ContactAnswered(null, null, "Ann")), (90, new ContactEnded()), (95, new ContactWrapped()))
            .Told((0, new ContactArrived(Channel.Phone, "main", Direction: Direction.Outbound)), (1, new ContactAnswered(null, null, "Ann")),
                (90, new ContactEnded()), (95, new ContactWrapped()), (96, new ContactResolved(true, "Settled")))
            .Told((0, new ContactArrived(Channel.Phone, "main", Direction: Direction.Outbound)), (1, new ContactAbandoned()))
            .Told((2, new ContactAbandoned())).Told((2, new ContactArrived(Channel.Phone, "main"))).DeliverAsync();
        await new Recorded(centre, "other").About(1, "A", 1).About(6, "E", 9).DeliverAsync(FactKind.Imported);
        await new Recorded(centre, "invented").About(1, "A", 2).About(6, "E", 10).DeliverAsync(FactKind.Demo);
        foreach (var kpi in Kpis.All.Where(kpi => kpi.Family == ContactMeasures.Family))
        {
            var figure = (await ReadAsync(centre, new KpiFigures(kpi.Name, From, To))).Total;
            var counted = await CountAsync(kpi, ContactPart.Counted);
            Assert.True(counted == (figure.Denominator ?? figure.Value ?? counted), $"{kpi.Name}: {figure} of {counted} contacts");
            if (!ContactsBehind.Divides(kpi))
                continue;
            Assert.True(figure.Numerator == await CountAsync(kpi, ContactPart.Met), $"{kpi.Name}: {figure.Numerator} in the numerator");
            Assert.True(counted - figure.Numerator == await CountAsync(kpi, ContactPart.Missed), $"{kpi.Name}: {figure.Numerator} of {counted}");
        }

        async Task<int> CountAsync(Kpi kpi, ContactPart part) => (await centre.AskAsync(new ContactsBehind(Recorded.Start.AddHours(-9),
            new DateTimeOffset(2026, 10, 8, 23, 0, 0, TimeSpan.Zero))
        { Part = part, Kpi = kpi.Name })).Value.Total;
    }

    /// <summary>Case "abandoned rows with a blank wait": 8 answered in time, 2 abandoned after 30 s, and 10 abandoned of whose wait nothing is
    /// known.</summary>
    [Theory, EachDatabase]
    public async Task A_wait_that_is_not_known_is_left_out_of_what_needs_it_and_said(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await new Recorded(centre).Answered(8, 10_000).Abandoned(2, 30_000).Untimed(10, ContactState.Abandoned).DeliverAsync();
        foreach (var (kpi, expected, leftOut) in new[]
            { ("service-level-f1", 80.0, 10L), ("service-level-f3", 80.0, 10), ("speed-of-answer", 10.0, 0), ("patience", 30.0, 10),
            ("abandonment", 60.0, 0), ("abandonment-ex-short", 20.0, 10) })
        {
            var found = await ReadAsync(centre, new KpiFigures(kpi, From, To));
            Assert.True(Math.Abs(expected - found.Total.Value!.Value) < 0.001, $"{kpi}: {found.Total}");
            Assert.Equal((kpi, leftOut), (kpi, found.Beside.Where(beside => beside.Label == "wait not known, left out").Sum(beside => beside.Count)));
            Assert.Equal((kpi, kpi != "abandonment"),
                (kpi, found.Parts[0].Formula.Contains("whose wait is known", StringComparison.Ordinal)));
        }
        var lost = await centre.AskAsync(new ContactsBehind(Recorded.Start, Recorded.Start.AddDays(1)) { Part = ContactPart.AbandonedShort });
        Assert.Equal(0, lost.Value.Total);
    }

    /// <summary>Two of which all is known, and each time once unknown: nobody's nought is in a mean.</summary>
    [Theory, EachDatabase]
    public async Task A_talk_hold_or_work_that_is_not_known_is_left_out_of_what_needs_it_and_said(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await new Recorded(centre).Handled(2, Unknown.Nothing).Handled(1, Unknown.Talk).Handled(3, Unknown.Hold).Handled(4, Unknown.Wrap)
            .DeliverAsync();
        foreach (var (kpi, expected, leftOut) in new[]
            { ("handling-time", 75.0, 8L), ("talk-time", 60.0, 1), ("hold-time", 10.0, 3), ("wrap-time", 5.0, 4), ("handling-p50", 75.0, 8),
            ("handling-p90", 75.0, 8) })
        {
            var found = await ReadAsync(centre, new KpiFigures(kpi, From, To));
            Assert.True(expected == found.Total.Value, $"{kpi}: {found.Total}");
            Assert.Equal((kpi, leftOut), (kpi, found.Beside.Where(beside => beside.Label.EndsWith("not known, left out", StringComparison.Ordinal))
                .Sum(beside => beside.Count)));
            Assert.Equal(10 - leftOut, found.Total.Denominator);
        }
        var lines = (await centre.AskAsync(new ContactsBehind(Recorded.Start, Recorded.Start.AddDays(1))
        {
            Kpi = "handling-time",
            Part = ContactPart.Counted
        })).Value;
        Assert.Equal([(75_000L, 5_000L), (75_000L, 5_000L)], lines.Contacts.Select(line => (line.HandledInMs!.Value, line.WrapMs!.Value)));
    }

    /// <summary>Forty contacts of five seconds of work each, and what is not known whole left out of both.</summary>
    [Theory, EachDatabase]
    public async Task Beside_handling_times_stand_the_minutes_of_after_contact_work_in_them(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await new Recorded(centre).Handled(40, Unknown.Nothing).Handled(20, Unknown.Talk).DeliverAsync();
        foreach (var kpi in new[] { "handling-time", "handling-p50", "handling-p90" })
            Assert.Equal(3, Assert.Single((await ReadAsync(centre, new KpiFigures(kpi, From, To))).Beside,
                beside => beside.Label == "minutes of after-contact work in it").Count);
    }

    /// <summary>Three rung by customers, two by the centre: each figure by who began it, and only of those.</summary>
    [Theory, EachDatabase]
    public async Task Figures_are_split_and_filtered_by_direction_and_open_on_those_contacts(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var recorded = new Recorded(centre).Handled(3, Unknown.Nothing);
        for (var call = 0; call < 2; call++)
            recorded.Told((0, new ContactArrived(Channel.Phone, "main", Direction: Direction.Outbound)), (1, new ContactAnswered(null, null, "Ann")),
                (31, new ContactEnded()), (41, new ContactWrapped()));
        await recorded.DeliverAsync();
        var split = await ReadAsync(centre, new KpiFigures("handling-time", From, To) { Split = Dimension.Direction });
        Assert.Equal([("Inbound", 75.0, 3L), ("Outbound", 40.0, 2L)],
            split.Lines.Select(line => (line.Label!, line.Figure.Value!.Value, line.Figure.Denominator!.Value)));
        var only = new Dictionary<Dimension, string> { [Dimension.Direction] = "outbound" };
        Assert.Equal(40.0, (await ReadAsync(centre, new KpiFigures("handling-time", From, To) { Only = only })).Total.Value);
        Assert.Null((await ReadAsync(centre, new KpiFigures("service-level-f3", From, To) { Only = only })).Total.Value);
        Assert.Equal(2, (await centre.AskAsync(new ContactsBehind(Recorded.Start, Recorded.Start.AddDays(1)) { Only = only })).Value.Total);
        Assert.Equal("measures.no-such-value", Assert.Single((await centre.AskAsync(new KpiFigures("contacts", From, To)
        { Only = new Dictionary<Dimension, string> { [Dimension.Direction] = "sideways" } })).Refusals).Code);
    }

    [Theory, EachDatabase]
    public async Task A_changed_window_breaks_the_trend_and_leaves_old_figures_as_they_were(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await new Recorded(centre).About(1, "A", 0).About(1, "A", 3).About(1, "A", 12).About(2, "B", 1).About(2, "C", 2).About(3, "D", 5)
            .DeliverAsync();
        var asked = new KpiFigures("fcr", From, To) { Interval = Interval.Day };
        var before = await ReadAsync(centre, asked);
        Assert.Equal(80, before.Total.Value);
        Assert.Equal(2,
            (await centre.DoAsync(new ChangeDefinition("fcr", new DateOnly(2026, 9, 10), 20, 5, 14, "The regulator counts fourteen days."))).Value);

        var after = await ReadAsync(centre, asked);
        Assert.Null(after.Total.Value);
        Assert.Equal("the definition changed on 10 September 2026: see each part", after.Total.Word);
        Assert.Equal([(1, 7), (2, 14)], after.Parts.Select(part => (part.Version, part.Parameters.WindowDays)));
        Assert.Equal(before.Lines.Count, after.Lines.Count);
        Assert.All(after.Lines, line => Assert.Equal(line.Start < new DateTimeOffset(2026, 9, 9, 23, 0, 0, TimeSpan.Zero) ? 1 : 2, line.Version));
        var old = await ReadAsync(centre, asked with { Version = 1 });
        Assert.Equal(before.Lines.Select(line => line.Figure), old.Lines.Select(line => line.Figure));
        Assert.Equal(before.Total, old.Total);
    }

    [Theory, EachDatabase]
    public async Task Invented_contacts_count_only_where_they_are_asked_for(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await new Recorded(centre).Answered(3, 1000, kind: FactKind.Demo).Answered(2, 1000, kind: FactKind.Simulated).DeliverAsync();
        Assert.Equal("no contacts", (await ReadAsync(centre, new KpiFigures("service-level-f3", From, To))).Total.Word);
        Assert.Equal(3, (await ReadAsync(centre, new KpiFigures("contacts", From, To) { Kinds = [FactKind.Demo] })).Total.Value);
        var extent = (await centre.AskAsync(new MeasuresExtent())).Value;
        Assert.True(extent.OnlyDemo);
        Assert.Equal([FactKind.Demo], extent.UsualKinds);
    }

    [Theory, EachDatabase]
    public async Task What_cannot_be_answered_is_refused_in_a_sentence_that_says_what_can(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await new Recorded(centre).Answered(1, 1000, "water").DeliverAsync();
        Assert.StartsWith("'service-level' has 6 definitions, name one: service-level-f1",
            await RefusedAsync(centre, new KpiFigures("service-level", From, To)), StringComparison.Ordinal);
        Assert.Equal("No contact has the queue 'wine'. There are: water.",
            await RefusedAsync(centre, new KpiFigures("contacts", From, To)
            { Only = new Dictionary<Dimension, string> { [Dimension.Queue] = "wine" } }));
        Assert.StartsWith("The period must end after it begins", await RefusedAsync(centre, new KpiFigures("contacts", To, From)),
            StringComparison.Ordinal);
        Assert.StartsWith("'Europe/Atlantis' is no time zone",
            await RefusedAsync(centre, new KpiFigures("contacts", From, To) { Zone = "Europe/Atlantis" }), StringComparison.Ordinal);
        Assert.StartsWith("The repeat window is 1 to 30", await RefusedAsync(centre, new KpiFigures("fcr", From, To) { Window = 31 }),
            StringComparison.Ordinal);
        Assert.StartsWith("Occupancy is about agents' time",
            await RefusedAsync(centre, new KpiFigures("occupancy", From, To) { Split = Dimension.Queue }), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Agents_stand_in_order_of_name_and_few_contacts_are_marked_as_few(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await new Recorded(centre).Answered(40, 1000, agent: "Zoe").Answered(4, 1000, agent: "Ann").DeliverAsync();
        var found = (await centre.AskAsync(new AgentFigures(From, To))).Value;
        Assert.Equal(["Ann", "Zoe"], found.Agents.Select(agent => agent.Name));
        var handling = found.Kpis.ToList().FindIndex(kpi => kpi.Name == "handling-time");
        Assert.Equal((true, false), (found.Agents[0].Figures[handling].Few, found.Agents[1].Figures[handling].Few));
        Assert.Equal(65, found.All[handling].Figure!.Value);
    }

    [Theory, EachDatabase]
    public async Task Occupancy_is_folded_from_what_agents_said_they_were_doing(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var agent = new PersonId(new Guid(9, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0));
        var said = new Recorded(centre);
        await said.Presence(agent, 0, Presence.Busy).Presence(agent, 270, Presence.Ready).DeliverAsync();
        Assert.Equal(100, (await ReadAsync(centre, new KpiFigures("occupancy", From, To))).Total.Value);
        await said.Presence(agent, 330, Presence.Break).DeliverAsync();
        Assert.Equal("270 of 330", await MinutesAsync(centre));

        async Task<string> MinutesAsync(TestCentre open)
        {
            var total = (await ReadAsync(open, new KpiFigures("occupancy", From, To))).Total;
            return $"{total.Numerator / 60_000} of {total.Denominator / 60_000}";
        }
    }

    [Theory, EachDatabase]
    public async Task A_contacts_timeline_is_its_lines_of_the_journal(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await new Recorded(centre).Answered(1, 3000, "water", "Ann").DeliverAsync();
        var line = (await centre.AskAsync(new ContactsBehind(Recorded.Start, Recorded.Start.AddDays(1)))).Value.Contacts.Single();
        var timeline = (await centre.AskAsync(new ContactTimeline(line.Id))).Value;
        Assert.Equal("Ann", timeline.Agent);
        Assert.Equal("Recorded whole: waited 3 s for the queue water, talked 60 s, on hold 0 s, after-contact work 5 s.",
            timeline.Lines.Single().Words);
        Assert.Equal("not-found", (await centre.AskAsync(new ContactTimeline(default))).Refusals.Single().Code);
    }

    private static async Task<KpiFigures.Finding> ReadAsync(TestCentre centre, KpiFigures asked)
    {
        var found = await centre.AskAsync(asked);
        Assert.True(found.Allowed, string.Join(' ', found.Refusals));
        return found.Value;
    }

    private static async Task<string> RefusedAsync(TestCentre centre, KpiFigures asked) => (await centre.AskAsync(asked)).Refusals.Single().Text;
}
