using Answerable.App.Conduct;
using Answerable.App.Home;
using Answerable.App.Procedures;
using Answerable.DatabaseTests.Conduct;
using Answerable.Model.Conduct;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Home;

public sealed class HomeTests
{
    [Theory, EachDatabase]
    public async Task What_needs_one_is_what_is_in_ones_own_hands_and_what_one_may_take_the_pressing_first(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        Assert.Empty(await desk.Look(new WhatNeedsMe(), desk.Agent));
        var contact = await desk.AtGoodwillAsync();
        await desk.ReferredAsync(contact, "60");
        Assert.Equal("contact is in your hands", Assert.Single(await desk.Look(new WhatNeedsMe(), desk.Agent)).One);
        Assert.Contains(await desk.Look(new WhatNeedsMe(), desk.Senior), need =>
            need.Url.StartsWith("/referrals", StringComparison.Ordinal) && need.Count == 1);
        await desk.Must(new LeaveWalk(contact), desk.Agent);
        Assert.Contains(await desk.Look(new WhatNeedsMe(), desk.Other), need => need.One == "contact was left to be resumed");
        Assert.Empty(await desk.Look(new WhatNeedsMe(), Actor.System));
    }

    [Theory, EachDatabase]
    public async Task A_referral_taken_back_waits_for_nobody_and_there_is_nothing_to_take_back_twice(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync();
        var referral = await desk.ReferredAsync(contact, "60");
        Assert.False((await desk.Centre.DoAsync(new WithdrawFromDesk(contact), desk.Other)).Allowed);
        await desk.Must(new WithdrawFromDesk(contact), desk.Agent);
        await using var db = desk.Centre.OpenDb();
        Assert.Equal(ReferralState.Withdrawn, (await db.Set<ReferralRow>().SingleAsync(row => row.Id == referral.Id)).State);
        Assert.Equal("referral.none", (await desk.Refused(new WithdrawFromDesk(contact), desk.Agent)).Code);
        Assert.Equal("referral.withdrawn", (await desk.FactsAsync(referral.Id.Value))[^1]);
        Assert.True((await desk.GiveAsync(contact, "10")).Allowed);
    }

    [Theory, EachDatabase]
    public async Task The_whole_desk_is_what_its_two_halves_are(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync(reference: "AC 77");
        var whole = await desk.Look(new WholeDesk(contact), desk.Agent);
        var half = await desk.LookAsync(contact);
        Assert.Null(whole.Amiss);
        Assert.Equal((half.Contact, half.Case, half.Walk!.Walk.At, half.Customer!.Reference),
            (whole.Contact!.Contact, whole.Contact.Case, whole.Contact.Walk!.Walk.At, whole.Contact.Customer!.Reference));
        Assert.Equal((await desk.Look(new DeskQueue(), desk.Agent)).Presence, whole.Queue.Presence);
        Assert.Null((await desk.Look(new WholeDesk(null), desk.Agent)).Contact);
        Assert.Equal("not-found", (await desk.Look(new WholeDesk(App.Ids.New<ContactId>()), desk.Agent)).Amiss!.Code);
    }

    [Theory, EachDatabase]
    public async Task Words_lead_to_what_bears_them_and_one_may_open(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        await desk.AtGoodwillAsync(reference: "AC 77");
        Assert.Contains(await desk.Look(new PlacesNamed("compl"), desk.Agent), place =>
            place.ToString().Contains("Complaint", StringComparison.Ordinal));
        Assert.NotEmpty(await desk.Look(new PlacesNamed("AC 77"), desk.Manager));
        Assert.Contains(await desk.Look(new PlacesNamed(desk.Agent.Name[..3].ToLowerInvariant()), desk.Manager), place => place.What == "Person");
        Assert.DoesNotContain(await desk.Look(new PlacesNamed(desk.Agent.Name[..3]), desk.Agent), place => place.What == "Person");
        Assert.Contains(await desk.Look(new PlacesNamed("SERVICE LEV"), desk.Manager), place =>
            place is { What: "KPI", Url: "/measures/service-level-f1" });
        Assert.DoesNotContain(await desk.Look(new PlacesNamed("service lev"), desk.Agent), place => place.What == "KPI");
        Assert.Empty(await desk.Look(new PlacesNamed("  "), desk.Manager));
        Assert.Empty(await desk.Look(new PlacesNamed("nothing of this name"), desk.Manager));
        Assert.Empty(await desk.Look(new PlacesNamed(new string('c', 101)), desk.Manager));
    }

    [Theory, EachDatabase]
    public async Task A_procedure_shows_its_type_and_its_versions_the_newest_first(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        await using var db = desk.Centre.OpenDb();
        var procedure = (await db.Set<ProcedureRow>().SingleAsync()).Id;
        Assert.Equal(2, await desk.Must(new DraftNextVersion(procedure, 1), Actor.System));
        var record = await desk.Look(new ProcedureRecord(procedure), desk.Agent);
        Assert.Equal(("complaint", "Complaint"), (record.Type.Code, record.Type.Name));
        Assert.Equal([2, 1], record.Versions.Select(version => version.Number));
        Assert.Equal("not-found", (await desk.Centre.AskAsync(new ProcedureRecord(App.Ids.New<ProcedureId>()), desk.Agent)).Refusals[0].Code);
    }
}
