using Answerable.App.Authority;
using Answerable.App.Home;
using Answerable.DatabaseTests.Conduct;
using Answerable.Model.Authority;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.Authority;

public sealed class LimitEndingTests
{
    private const string Nobody = "procedure in force has a decision that nobody may take";

    [Theory, EachDatabase]
    public async Task What_becomes_of_procedures_in_force_is_said_before_a_limit_ends_and_on_home_from_then_on(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        desk.Centre.Time.Advance(TimeSpan.FromMinutes(1));
        var designer = Actor.Of(new PersonId(new Guid(4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4)), "Dana Designer", [Role.Designer], null);
        var limits = (await desk.Look(new LimitHistory("goodwill"), desk.Manager)).Lines;
        var leader = await desk.Look(new LimitEnding(IdOf(limits, Role.TeamLeader)), desk.Manager);
        Assert.Equal(("Complaint, version 1", 0, true), (leader.Uses.Single().Name, leader.Uses.Single().Stuck.Count, leader.AnyRole));

        var manager = IdOf(limits, Role.Manager);
        var view = await desk.Look(new LimitEnding(manager), desk.Manager);
        Assert.Contains("the team leader may decide up to £250.00, and nobody above may decide more", Assert.Single(view.Uses.Single().Stuck),
            StringComparison.Ordinal);
        Assert.DoesNotContain(await desk.Look(new WhatNeedsMe(), desk.Manager), need => need.One == Nobody);
        await desk.Must(new EndLimit(manager), desk.Manager);
        desk.Centre.Time.Advance(TimeSpan.FromMinutes(1));
        foreach (var told in new[] { desk.Manager, designer })
            Assert.Equal((1, "/authority/goodwill", true), Assert.Single((await desk.Look(new WhatNeedsMe(), told)).Where(need => need.One == Nobody)
                .Select(need => (need.Count, need.Url, need.Pressing))));
        Assert.DoesNotContain(await desk.Look(new WhatNeedsMe(), desk.Agent), need => need.One == Nobody);
        Assert.Equal("authority.ended", (await desk.Centre.AskAsync(new LimitEnding(manager), desk.Manager)).Refusals.Single().Code);
    }

    [Theory, EachDatabase]
    public async Task The_last_limit_of_any_role_is_known_as_that(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        await desk.Must(new DefineDecisionKind("waiver", "Waiver", false), desk.Manager);
        var limit = await desk.Must(new SetLimit("waiver", Role.TeamLeader, null), desk.Manager);
        desk.Centre.Time.Advance(TimeSpan.FromMinutes(1));
        var view = await desk.Look(new LimitEnding(limit), desk.Manager);
        Assert.Equal((false, 0, "Team leader"), (view.AnyRole, view.Uses.Count, view.For));
        Assert.Equal("access.denied", (await desk.Centre.AskAsync(new LimitEnding(limit), desk.Leader)).Refusals.Single().Code);
    }

    private static LimitId IdOf(IEnumerable<LimitHistory.Line> lines, Role role) =>
        LimitId.From(lines.First(line => line.Limit.Role == role).Limit.Id);
}
