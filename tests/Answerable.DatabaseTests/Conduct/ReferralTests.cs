using Answerable.App.Conduct;
using Answerable.App.Contacts;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Conduct;

public sealed class ReferralTests
{
    [Theory, EachDatabase]
    public async Task Two_who_accept_the_same_referral_and_the_second_is_told_who_has_it(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var referral = await desk.ReferredAsync(await desk.AtGoodwillAsync(), "60");
        var both = await Task.WhenAll(desk.Centre.DoAsync(new AcceptReferral(referral.Id), desk.Leader),
            desk.Centre.DoAsync(new AcceptReferral(referral.Id), desk.Manager));
        var refusal = Assert.Single(both.SelectMany(outcome => outcome.Refusals));
        Assert.Equal("referral.taken", refusal.Code);
        Assert.StartsWith("Lena Leader has already accepted this referral.", refusal.Text, StringComparison.Ordinal);
        Assert.Equal("referral.taken", (await desk.Refused(new DecideReferral(referral.Id, Approve: true), desk.Manager)).Code);
        Assert.Equal(["referral.opened", "referral.accepted"], await desk.FactsAsync(referral.Id.Value));
    }

    [Theory, EachDatabase]
    public async Task The_one_who_decides_sees_the_whole_context_and_the_answer_comes_back_to_the_desk(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync(reference: "AC 77");
        await desk.Must(new MakeNote(contact, "Second missed visit."), desk.Agent);
        var referral = await desk.ReferredAsync(contact, "60");
        await desk.Must(new AcceptReferral(referral.Id), desk.Senior);

        var context = await desk.Look(new ReferralRecord(referral.Id), desk.Senior);
        Assert.Equal("They waited three weeks.", context.Words);
        Assert.Equal("I am asking a colleague who can decide this.", context.TellCustomer);
        Assert.Equal(["Take the account", "At fault"], context.Story.Trail.Select(line => line.Title));
        Assert.Equal("Second missed visit.", context.Story.Notes[0].Text);
        Assert.Equal("AC 77", context.Customer!.Reference);
        Assert.True(context.Judgement!.Allowed);
        Assert.Equal("referral.no-reason", (await desk.Refused(new DecideReferral(referral.Id, Approve: false), desk.Senior)).Code);
        Assert.Equal("referral.amount", (await desk.Refused(new DecideReferral(referral.Id, Approve: true, Pence: 6001), desk.Senior)).Code);
        await desk.Must(new DecideReferral(referral.Id, Approve: true, "Fair.", 5500), desk.Senior);

        var view = await desk.LookAsync(contact);
        Assert.Equal((ReferralState.Approved, 5500L, "Fair.", "Sena Senior"),
            (view.Referral!.State, view.Referral.ApprovedPence, view.Referral.Answer, view.Referral.With));
        Assert.Equal(5500, view.Walk!.Offer.UpToPence);
        Assert.True((await desk.GiveAsync(contact, "55")).Allowed);
        Assert.Equal("n4", (await desk.WalkAsync(contact)).At);
    }

    [Theory, EachDatabase]
    public async Task A_refusal_leaves_the_agent_a_way_on(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync();
        var referral = await desk.ReferredAsync(contact, "60");
        await desk.Must(new AcceptReferral(referral.Id), desk.Senior);
        await desk.Must(new DecideReferral(referral.Id, Approve: false, "The visit was on time."), desk.Senior);
        var offer = (await desk.LookAsync(contact)).Walk!.Offer;
        Assert.True(offer.CanSkip && offer.CanDo);
        Assert.Equal(5000, offer.UpToPence);
        await desk.Must(new SkipStep(contact, "n3", await desk.TurnAsync(contact), SkipReason.ReferralRefused), desk.Agent);
        Assert.Equal("n4", (await desk.WalkAsync(contact)).At);
    }

    [Theory, EachDatabase]
    public async Task With_nobody_of_the_role_at_work_it_waits_for_whoever_comes_first(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        foreach (var away in new[] { desk.Senior, desk.Leader, desk.Manager })
            await desk.Must(new ChangePresence(Presence.Break), away);
        var contact = await desk.AtGoodwillAsync();
        var referral = await desk.ReferredAsync(contact, "60");
        Assert.Equal(((PersonId?)null, Role.SeniorAgent), (referral.AssignedTo, referral.ToRole));
        Assert.Equal(referral.Id, Assert.Single((await desk.Look(new ReferralList(), desk.Senior)).Open).Id);
        await desk.Must(new AcceptReferral(referral.Id), desk.Senior);
        Assert.Empty((await desk.Look(new ReferralList(), desk.Leader)).Open);
        Assert.Single((await desk.Look(new ReferralList(), desk.Leader)).Elsewhere);
    }

    [Theory, EachDatabase]
    public async Task One_without_the_authority_is_told_who_has_it(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var referral = await desk.ReferredAsync(await desk.AtGoodwillAsync(), "100");
        var refusal = await desk.Refused(new AcceptReferral(referral.Id), desk.Senior);
        Assert.Equal("This one is for a team leader. Lena Leader has it.", refusal.Text);
    }

    [Theory, EachDatabase]
    public async Task A_referred_contact_comes_over_with_its_walk_to_the_one_who_accepts(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync();
        Assert.Equal("referral.no-reason", (await desk.Refused(new ReferContact(contact, " "), desk.Agent)).Code);
        await desk.Must(new ReferContact(contact, "They ask for somebody senior."), desk.Agent);
        var line = Assert.Single((await desk.Look(new ReferralList(), desk.Senior)).Mine);
        var accepted = await desk.Must(new AcceptReferral(line.Id), desk.Senior);

        Assert.Equal(contact, accepted.TakenOver);
        var left = await desk.Look(new DeskQueue(), desk.Agent);
        Assert.Empty(left.Mine);
        Assert.Equal(Presence.Ready, left.Presence);
        var view = await desk.LookAsync(contact, desk.Senior);
        Assert.True(view.Mine);
        Assert.Equal(7500, view.Walk!.Offer.UpToPence);
        Assert.Equal(["referral.opened", "referral.accepted", "referral.taken-over"], await desk.FactsAsync(line.Id.Value));
        await using var db = desk.Centre.OpenDb();
        Assert.Equal(desk.Senior.Person, (await db.Set<ContactRow>().SingleAsync(row => row.Id == contact)).Agent);
    }

    [Theory, EachDatabase]
    public async Task Passed_on_it_goes_to_no_less_authority_and_to_nobody_who_has_had_it(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var referral = await desk.ReferredAsync(await desk.AtGoodwillAsync(), "60");
        Assert.Equal(desk.Senior.Person, referral.AssignedTo);
        Assert.Equal("Lena Leader", (await desk.Must(new PassReferralOn(referral.Id), desk.Senior)).Name);
        // The senior agent's limit would cover it still.
        Assert.Equal("Mina Manager", (await desk.Look(new ReferralRecord(referral.Id), desk.Leader)).Next!.Name);
        Assert.Equal("Mina Manager", (await desk.Must(new PassReferralOn(referral.Id), desk.Leader)).Name);
        Assert.Equal(new PassReferralOn.PassedTo(null, Role.Manager), await desk.Must(new PassReferralOn(referral.Id), desk.Manager));
    }

    [Theory, EachDatabase]
    public async Task It_is_passed_on_past_the_one_it_was_put_to_and_refused_where_it_waits_for_anybody_already(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var put = await desk.ReferredAsync(await desk.AtGoodwillAsync(), "60");
        Assert.Equal(desk.Senior.Person, put.AssignedTo);
        Assert.Equal("Mina Manager", (await desk.Look(new ReferralRecord(put.Id), desk.Leader)).Next!.Name);
        Assert.Equal("Mina Manager", (await desk.Must(new PassReferralOn(put.Id), desk.Leader)).Name);

        foreach (var away in new[] { desk.Senior, desk.Leader, desk.Manager })
            await desk.Must(new ChangePresence(Presence.Break), away);
        var open = await desk.ReferredAsync(await desk.AtGoodwillAsync(), "60");
        Assert.Null((await desk.Look(new ReferralRecord(open.Id), desk.Leader)).Next);
        Assert.Equal("referral.waits-already", (await desk.Refused(new PassReferralOn(open.Id), desk.Leader)).Code);
        Assert.Equal(["referral.opened"], await desk.FactsAsync(open.Id.Value));
    }

    [Theory, EachDatabase]
    public async Task What_was_refused_is_told_by_whom_and_not_asked_for_again_as_it_was(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync();
        var referral = await desk.ReferredAsync(contact, "60");
        await desk.Must(new AcceptReferral(referral.Id), desk.Senior);
        await desk.Must(new DecideReferral(referral.Id, Approve: false, "The visit was on time."), desk.Senior);
        var walk = (await desk.LookAsync(contact)).Walk!;
        Assert.Equal(("Sena Senior", 6000L, desk.Senior.Id), (walk.DeniedBy, walk.Offer.Denial!.Pence, walk.Offer.Denial.By));

        var again = new DoStep(contact, "n3", await desk.TurnAsync(contact), new Dictionary<string, string> { ["amount"] = "60" });
        Assert.Equal("referral.refused-before", (await desk.Refused(again, desk.Agent)).Code);
        await desk.Must(again with { Reason = "They sent the photograph now." }, desk.Agent);
        await desk.Must(new WithdrawFromDesk(contact), desk.Agent);
        await desk.Must(new MakeNote(contact, "Calls again."), desk.Agent);
        walk = (await desk.LookAsync(contact)).Walk!;
        Assert.Equal(("Sena Senior", 6000L), (walk.DeniedBy, walk.Offer.Denial!.Pence));
    }

    [Theory, EachDatabase]
    public async Task An_urgent_matter_goes_to_a_team_leader_from_any_contact_without_a_word(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var free = await desk.Must(new StartContact(Channel.Chat), desk.Agent);
        await desk.Must(new ReferContact(free, null, Urgent: true), desk.Agent);
        var line = Assert.Single((await desk.Look(new ReferralList(), desk.Leader)).Mine);
        Assert.True(line.Urgent);
        Assert.Equal(TimeSpan.FromMinutes(2), line.AnswerBy - line.OpenedAt);
        Assert.Equal(free, (await desk.Must(new AcceptReferral(line.Id), desk.Leader)).TakenOver);
    }

    [Theory, EachDatabase]
    public async Task What_was_asked_can_be_taken_back_by_the_one_who_asked_and_by_nobody_else(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync();
        var referral = await desk.ReferredAsync(contact, "60");
        Assert.Equal("referral.not-yours", (await desk.Refused(new WithdrawReferral(referral.Id), desk.Other)).Code);
        await desk.Must(new WithdrawReferral(referral.Id), desk.Agent);
        Assert.Null((await desk.WalkAsync(contact)).Waiting);
        Assert.Equal("referral.closed", (await desk.Refused(new AcceptReferral(referral.Id), desk.Senior)).Code);
    }

    [Theory, EachDatabase]
    public async Task An_approval_not_yet_used_counts_on_its_case(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var first = await desk.AtGoodwillAsync();
        var asked = await desk.ReferredAsync(first, "60");
        await desk.Must(new AcceptReferral(asked.Id), desk.Senior);
        await desk.Must(new DecideReferral(asked.Id, Approve: true), desk.Senior);
        var second = await desk.AtGoodwillAsync(inCase: (await desk.LookAsync(first)).Case);
        var referral = await desk.ReferredAsync(second, "20");
        Assert.Equal((8000L, Role.TeamLeader), (referral.TotalPence, referral.ToRole));
    }
}
