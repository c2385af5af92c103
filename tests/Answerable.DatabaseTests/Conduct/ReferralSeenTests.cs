using Answerable.App.Authority;
using Answerable.App.Conduct;
using Answerable.Model.Conduct;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.Conduct;

/// <summary>What whoever decides a referral, and whoever asked for it, see of it.</summary>
public sealed class ReferralSeenTests
{
    [Theory, EachDatabase]
    public async Task Whoever_decides_sees_what_the_customer_was_given_on_other_cases_and_until_when_it_counts(Database database)
    {
        await using var desk = await BoundedAsync(database);
        var first = await desk.AtGoodwillAsync(reference: "FV-1");
        Assert.True((await desk.GiveAsync(first, "30")).Allowed);
        var given = desk.Centre.Time.GetUtcNow();
        desk.Centre.Time.Advance(TimeSpan.FromDays(3));
        var referral = await desk.ReferredAsync(await desk.AtGoodwillAsync(reference: "FV-1"), "60");

        var seen = await desk.Look(new ReferralRecord(referral.Id), desk.Senior);
        Assert.Empty(seen.Already);
        Assert.Equal(3000, Assert.Single(seen.Elsewhere).Pence);
        Assert.Equal("£30.00 of the senior agent's limit of £100.00 a customer in 30 days is given already", seen.Used!.Words);
        Assert.Equal(given.AddDays(30), seen.Used.Until!.Value, TimeSpan.FromSeconds(1));
        var atDesk = (await desk.LookAsync(referral.Contact)).Walk!.Offer.Used!;
        Assert.Equal(("£30.00 of the agent's limit of £50.00 a customer in 30 days is given already", seen.Used.Until), (atDesk.Words, atDesk.Until));
    }

    [Theory, EachDatabase]
    public async Task Whoever_asked_sees_their_own_referral_and_no_other_agents(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var referral = await desk.ReferredAsync(await desk.AtGoodwillAsync(), "60");
        var own = await desk.Look(new ReferralRecord(referral.Id), desk.Agent);
        Assert.True(own is { MineToAsk: true, State: ReferralState.Open, Words: "They waited three weeks." });
        Assert.Equal(own.Standing, await desk.Look(new ReferralStanding(referral.Id), desk.Agent));
        Assert.True((await desk.Look(new ReferralRecord(referral.Id), desk.Senior)) is { MineToAsk: false });

        foreach (var refused in new[]
        {
            (await desk.Centre.AskAsync(new ReferralRecord(referral.Id), desk.Other)).Refusals,
            (await desk.Centre.AskAsync(new ReferralStanding(referral.Id), desk.Other)).Refusals,
        })
            Assert.Equal(ConductRefusals.NoSuchReferral, Assert.Single(refused));
    }

    /// <summary>£50 for each customer in 30 days for an agent, £100 for a senior agent.</summary>
    private static async Task<DeskCentre> BoundedAsync(Database database)
    {
        var desk = await DeskCentre.OpenAsync(database);
        desk.Centre.Time.Advance(TimeSpan.FromMinutes(1));
        foreach (var (role, pence) in new[] { (Role.Agent, 5000L), (Role.SeniorAgent, 10000L) })
            await desk.Must(new SetLimit("goodwill", role, null) { PerContactPence = pence, PerCustomerPence = pence, PerCustomerDays = 30 },
                desk.Manager);
        return desk;
    }
}
