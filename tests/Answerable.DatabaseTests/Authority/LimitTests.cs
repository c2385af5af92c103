using Answerable.App.Authority;
using Answerable.DatabaseTests.Conduct;
using Answerable.Model.Authority;
using Answerable.Model.People;
using NodaTime;

namespace Answerable.DatabaseTests.Authority;

public sealed class LimitTests
{
    [Theory, EachDatabase]
    public async Task A_limit_set_from_a_date_ends_the_one_before_and_both_stay_in_the_history(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var from = desk.Centre.Time.GetUtcNow().AddDays(7);
        var id = await desk.Must(new SetLimit("goodwill", Role.Agent, null, from) { PerContactPence = 6000 }, desk.Manager);
        var agents = (await desk.Look(new LimitHistory("goodwill"), desk.Manager)).Lines.Where(line => line.For == "Agent").ToArray();
        Assert.Equal([(DateTimeOffset?)null, from], agents.Select(line => line.Limit.To));
        Assert.Equal((5000L, 6000L), (await InForceAsync(desk, from.AddMilliseconds(-1)), await InForceAsync(desk, from)));
        Assert.Equal(["authority.limit-set"], await desk.FactsAsync(id.Value));

        await desk.Must(new EndLimit(id, from.AddDays(1)), desk.Manager);
        Assert.Null(await InForceAsync(desk, from.AddDays(1)));
        Assert.Equal(["authority.limit-set", "authority.limit-ended"], await desk.FactsAsync(id.Value));
    }

    [Theory, EachDatabase]
    public async Task What_makes_no_sense_is_refused_at_its_field(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var now = desk.Centre.Time.GetUtcNow();
        Assert.Equal("Role", (await desk.Refused(new SetLimit("goodwill", null, null), desk.Manager)).Field);
        Assert.Equal("Role", (await desk.Refused(new SetLimit("goodwill", Role.Planner, null), desk.Manager)).Field);
        Assert.Equal("To", (await desk.Refused(new SetLimit("goodwill", Role.Agent, null) { PerContactPence = 1, To = now }, desk.Manager)).Field);
        Assert.Equal("PerContactPence",
            (await desk.Refused(new SetLimit("goodwill", Role.Agent, null) { PerContactPence = -1 }, desk.Manager)).Field);
        Assert.Equal("PerContactPence", (await desk.Refused(new SetLimit("goodwill", Role.Agent, null), desk.Manager)).Field);
        Assert.Equal("WithoutBound",
            (await desk.Refused(new SetLimit("goodwill", Role.Agent, null) { PerContactPence = 1, WithoutBound = true }, desk.Manager)).Field);
        Assert.Equal("PerCustomerDays",
            (await desk.Refused(new SetLimit("goodwill", Role.Agent, null) { PerCustomerPence = 1 }, desk.Manager)).Field);
        Assert.Equal("PerCustomerDays",
            (await desk.Refused(new SetLimit("goodwill", Role.Agent, null) { PerContactPence = 1, PerCustomerDays = 30 }, desk.Manager)).Field);
        Assert.Equal("DecisionKind", (await desk.Refused(new SetLimit("gift", Role.Agent, null), desk.Manager)).Field);
        Assert.Equal("Code", (await desk.Refused(new DefineDecisionKind("Good Will", "Goodwill", true), desk.Manager)).Field);
        var digits = await desk.Refused(new DefineDecisionKind("of-2027", "2027 / 1", true), desk.Manager);
        Assert.Equal(("name.no-letter", "Name"), (digits.Code, digits.Field));
        Assert.Equal("authority.kind-known", (await desk.Refused(new DefineDecisionKind("goodwill", "Goodwill", true), desk.Manager)).Code);
        Assert.Equal("access.denied", (await desk.Refused(new SetLimit("goodwill", Role.Agent, null), desk.Leader)).Code);
    }

    [Theory, EachDatabase]
    public async Task A_limit_that_stands_later_is_told_by_the_day_the_centre_has_then(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var day = new DateTimeOffset(desk.Centre.Time.GetUtcNow().Year + 1, 7, 8, 23, 0, 0, TimeSpan.Zero);
        await desk.Must(new SetLimit("goodwill", Role.Agent, null, day) { PerContactPence = 6000 }, desk.Manager);
        var refused = await desk.Refused(new SetLimit("goodwill", Role.Agent, null, day.AddDays(-2)) { PerContactPence = 1 }, desk.Manager);
        Assert.Contains($"from 9 Jul {day.Year}. End", refused.Text, StringComparison.Ordinal);
        await desk.Must(new SetLimit("goodwill", Role.Manager, null, day.AddHours(9.5)) { WithoutBound = true }, Actor.System);
        refused = await desk.Refused(new SetLimit("goodwill", Role.Manager, null, day) { WithoutBound = true }, desk.Manager);
        Assert.Contains($"from 9 Jul {day.Year}, 09:30. End", refused.Text, StringComparison.Ordinal);
    }

    /// <summary>By the centre's day: what was typed as today is from this moment, and the day before is the past, by however little.</summary>
    [Theory, EachDatabase]
    public async Task A_limit_begins_today_or_later_whether_or_not_anything_was_decided_since(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        desk.Centre.Time.Pass(TimeSpan.FromMinutes(1));
        var now = desk.Centre.Time.GetUtcNow();
        var today = DateTimeZoneProviders.Tzdb["Europe/London"].AtStartOfDay(Instant.FromDateTimeOffset(now)
            .InZone(DateTimeZoneProviders.Tzdb["Europe/London"]).Date).ToDateTimeOffset().ToUniversalTime();
        SetLimit From(DateTimeOffset from) => new("goodwill", Role.Agent, null, from) { PerContactPence = 6000 };
        foreach (var past in new[] { today.AddMilliseconds(-1), today.AddDays(-1), now.AddYears(-1) })
        {
            var refused = await desk.Refused(From(past), desk.Manager);
            Assert.Equal(("authority.past", "From"), (refused.Code, refused.Field));
            Assert.Equal("A limit begins today or later: what was decided before stays as it was judged.", refused.Text);
        }
        await desk.Must(From(today), desk.Manager);
        Assert.Equal(now, (await desk.Look(new LimitHistory("goodwill"), desk.Manager)).Lines.Single(line => line.Limit.PerContactPence == 6000)
            .Limit.From);
        Assert.Equal(5000, await InForceAsync(desk, now.AddMilliseconds(-1)));
    }

    [Theory, EachDatabase]
    public async Task No_amount_binds_only_where_that_is_said_outright(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        Assert.Equal("authority.no-bound", (await desk.Refused(new SetLimit("goodwill", Role.Manager, null), desk.Manager)).Code);
        await desk.Must(new SetLimit("goodwill", Role.Manager, null) { WithoutBound = true }, Actor.System);
        Assert.Null((await desk.Look(new AuthorityMatrix(), desk.Agent)).Kinds.Single().ByRole[Role.Manager].PerContactPence);
    }

    [Theory, EachDatabase]
    public async Task What_is_lost_or_odd_is_foreseen_for_a_role_and_for_a_person_of_it(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var wide = new SetLimit("goodwill", Role.Agent, null) { PerContactPence = 6000 };
        Assert.Equal("The limit of £50.00 a case that stands now would be gone: write it too if it is to stay.",
            Assert.Single(await desk.Look(new LimitForeseen(wide), desk.Manager)));
        Assert.Equal("At once this person could give £300.00, and the team leader above only £250.00.", Assert.Single(await desk.Look(
            new LimitForeseen(new SetLimit("goodwill", null, desk.Senior.Person) { PerContactPence = 30000 }), desk.Manager)));
        Assert.Empty(await desk.Look(new LimitForeseen(wide with { PerCasePence = 6000 }), desk.Manager));
        Assert.Empty(await desk.Look(new LimitForeseen(new SetLimit("goodwill", Role.Agent, null)), desk.Manager));
        Assert.Equal("access.denied", (await desk.Centre.AskAsync(new LimitForeseen(wide), desk.Leader)).Refusals.Single().Code);
    }

    private static async Task<long?> InForceAsync(DeskCentre desk, DateTimeOffset at) =>
        (await desk.Look(new AuthorityMatrix(at), desk.Agent)).Kinds.Single().ByRole.GetValueOrDefault(Role.Agent)?.PerContactPence;
}
