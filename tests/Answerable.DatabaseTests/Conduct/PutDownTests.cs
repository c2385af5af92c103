using Answerable.App.Conduct;
using Answerable.App.Contacts;
using Answerable.App.Journal;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.App.Work;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Conduct;

/// <summary>Contacts in the hands of one who may go on with them no more.</summary>
public sealed class PutDownTests
{
    [Theory, EachDatabase]
    public async Task What_one_deactivated_had_in_hand_is_put_down_and_a_colleague_goes_on_with_it_where_it_stood(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync();
        await desk.Must(new HoldContact(contact), desk.Agent);
        await DeactivateAsync(desk);
        await FollowedAsync(desk, contact);

        var queue = await desk.Look(new DeskQueue(), desk.Other);
        Assert.Equal((contact, "Ama Agent", true), (queue.Left.Single().Contact, queue.Left.Single().Agent, queue.Left.Single().Held));
        Assert.Equal(Presence.SignedOut, (await desk.Look(new DeskQueue(), desk.Agent)).Presence);
        await desk.Must(new ResumeWalk(contact), desk.Other);
        await desk.Must(new RetrieveContact(contact), desk.Other);
        Assert.True((await desk.GiveAsync(contact, "40.00", desk.Other)).Allowed);
        await desk.Must(new FinishWrap(contact), desk.Other);

        var walk = await desk.WalkAsync(contact);
        Assert.Equal(("Settled", desk.Other.Id, WalkJson.Write(walk)),
            (walk.End!.Ending, walk.Agent, WalkJson.Write(await FoldedAsync(desk, walk.Id))));
        Assert.Equal(["contact.put-down", "contact.answered", "contact.retrieved"],
            (await desk.FactsAsync(contact.Value)).SkipWhile(name => name != "contact.put-down").Take(3));
        await using var db = desk.Centre.OpenDb();
        var told = await db.Set<JournalRow>().AsNoTracking().SingleAsync(row => row.Name == "contact.put-down");
        Assert.Equal((new ContactPutDown(desk.Agent.Id), null), (told.Entry().Fact(), told.Entry().Actor));
        var kept = await db.Set<ContactRow>().SingleAsync(row => row.Id == contact);
        Assert.Equal((ContactState.Handled, desk.Other.Id), (kept.State, kept.Agent));
    }

    [Theory, EachDatabase]
    public async Task An_answer_to_what_was_asked_before_is_the_colleagues_who_resumes(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync();
        var referral = await desk.ReferredAsync(contact, "60.00");
        await DeactivateAsync(desk);
        await FollowedAsync(desk, contact);
        await desk.Must(new AcceptReferral(referral.Id), desk.Senior);
        await desk.Must(new DecideReferral(referral.Id, Approve: true, Pence: 6000), desk.Senior);
        await desk.Must(new ResumeWalk(contact), desk.Other);
        Assert.True((await desk.GiveAsync(contact, "60.00", desk.Other)).Allowed);
        Assert.Equal("n4", (await desk.WalkAsync(contact)).At);
    }

    [Theory, EachDatabase]
    public async Task What_waited_with_one_deactivated_waits_with_the_next_who_could_and_whoever_asked_is_told(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync();
        var accepted = await desk.ReferredAsync(contact, "60");
        var put = await desk.ReferredAsync(await desk.AtGoodwillAsync(desk.Other), "61", desk.Other);
        await desk.Must(new AcceptReferral(accepted.Id), desk.Senior);
        Assert.Equal(desk.Senior.Person, put.AssignedTo);
        await desk.Centre.DoAsync(new InvitePerson("Imran", "imran@centre.example", [Role.Administrator], null));
        Assert.Equal(["No contact is in their hands.", "2 referrals that wait with them are given back and put to others; whoever asked is told."],
            (await desk.Look(new DeactivationForeseen(desk.Senior.Id), Actor.System)).Follows);

        using var told = desk.Centre.Services.GetRequiredService<Noticeboard>().Open([Topics.Desk(desk.Agent.Id)]);
        await desk.Must(new DeactivatePerson(desk.Senior.Id, "left"), Actor.System);
        await Soon.SoAsync("what waited with them is given back", async () =>
        {
            await using var db = desk.Centre.OpenDb();
            return await db.Set<ReferralRow>().AllAsync(row => row.GivenBackAt != null)
                && !await db.Set<OutboxRow>().AnyAsync(row => row.State == WorkState.Waiting || row.State == WorkState.Running);
        });
        Assert.Single(await told.HeardAsync(TestContext.Current.CancellationToken));
        var now = (await desk.LookAsync(contact)).Referral!;
        Assert.Equal((ReferralState.Open, "Lena Leader", false, true), (now.State, now.With, now.Accepted, now.GivenBack));
        Assert.Equal(["referral.opened", "referral.accepted", "referral.given-back"], await desk.FactsAsync(accepted.Id.Value));
        Assert.Equal(["referral.opened", "referral.given-back"], await desk.FactsAsync(put.Id.Value));
        Assert.Equal(0, await desk.Must(new PutDownContacts(), Actor.System));
        Assert.Equal(2, (await desk.FactsAsync(put.Id.Value)).Count);

        await desk.Must(new AcceptReferral(accepted.Id), desk.Leader);
        Assert.False((await desk.LookAsync(contact)).Referral!.GivenBack);
        await desk.Must(new DecideReferral(accepted.Id, Approve: true), desk.Leader);
        Assert.True((await desk.GiveAsync(contact, "60")).Allowed);
    }

    [Theory, EachDatabase]
    public async Task What_would_become_of_what_one_has_in_hand_is_said_before_they_are_deactivated(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        Assert.Equal(["No contact is in their hands.", "No referral waits with them."],
            (await desk.Look(new DeactivationForeseen(desk.Agent.Id), Actor.System)).Follows);
        await desk.ReferredAsync(await desk.AtGoodwillAsync(), "60");
        Assert.Equal("1 contact in their hands is put down where it stands, for any colleague to resume.",
            (await desk.Look(new DeactivationForeseen(desk.Agent.Id), Actor.System)).Follows[0]);
        Assert.Equal("1 referral that waits with them is given back and put to somebody else; whoever asked is told.",
            (await desk.Look(new DeactivationForeseen(desk.Senior.Id), Actor.System)).Follows[1]);
    }

    /// <summary>As where the server died before what follows was done, and two come up again.</summary>
    [Theory, EachDatabase]
    public async Task What_was_missed_is_put_down_within_the_minute_and_by_two_servers_once(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        await desk.Centre.DoAsync(new InvitePerson("Imran", "imran@centre.example", [Role.Administrator], null));
        var (contact, kept) = (await desk.AtGoodwillAsync(), await desk.AtGoodwillAsync(desk.Other));
        await using (var db = desk.Centre.OpenDb())
            await db.Set<PersonRow>().Where(row => row.Id == desk.Agent.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.DeactivatedAt, desk.Centre.Time.GetUtcNow()));
        await using var other = await desk.Centre.BesideAsync();
        var counts = await Task.WhenAll(
            desk.Centre.DoAsync(new PutDownContacts()), other.DoAsync(new PutDownContacts()), desk.Centre.DoAsync(new PutDownContacts()));
        Assert.Equal(1, counts.Sum(count => count.Value));
        Assert.Single(await desk.FactsAsync(contact.Value), "contact.put-down");
        Assert.DoesNotContain("contact.put-down", await desk.FactsAsync(kept.Value));
    }

    [Theory, EachDatabase]
    public async Task Moved_to_another_team_one_goes_on_and_given_other_work_one_is_free_of_it(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync();
        var elsewhere = await desk.Must(new FormTeam("Moves"), Actor.System);
        await desk.Must(new PlacePerson(desk.Agent.Id, elsewhere, [Role.SeniorAgent]), Actor.System);
        Assert.Equal(0, await desk.Must(new PutDownContacts(), Actor.System));
        var moved = Actor.Of(desk.Agent.Id, desk.Agent.Name, [Role.SeniorAgent], elsewhere);
        Assert.Equal(contact, (await desk.Look(new DeskQueue(), moved)).Mine.Single().Contact);
        await desk.Must(new HoldContact(contact), moved);
        await desk.Must(new PlacePerson(desk.Agent.Id, elsewhere, [Role.Designer]), Actor.System);
        await FollowedAsync(desk, contact);
        await desk.Must(new ResumeWalk(contact), desk.Other);
    }

    private static async Task DeactivateAsync(DeskCentre desk)
    {
        await desk.Centre.DoAsync(new InvitePerson("Imran", "imran@centre.example", [Role.Administrator], null));
        await desk.Must(new DeactivatePerson(desk.Agent.Id, "left"), Actor.System);
    }

    /// <summary>The work that follows is done by the server itself; here it is waited for.</summary>
    private static async Task FollowedAsync(DeskCentre desk, ContactId contact)
    {
        await Soon.SoAsync("what was in hand is put down", async () =>
        {
            await using var db = desk.Centre.OpenDb();
            return await db.Set<HandlingRow>().AnyAsync(row => row.Contact == contact && row.LeftAt != null)
                && !await db.Set<OutboxRow>().AnyAsync(row => row.State == WorkState.Waiting || row.State == WorkState.Running);
        });
        Assert.Single(await desk.FactsAsync(contact.Value), "contact.put-down");
    }

    private static async Task<Walk> FoldedAsync(DeskCentre desk, WalkId walk)
    {
        await using var db = desk.Centre.OpenDb();
        var rows = await db.Set<JournalRow>().AsNoTracking().Where(row => row.Subject == walk.Value).OrderBy(row => row.Number).ToListAsync();
        return WalkFold.Of(rows.Select(row => row.Entry()))!;
    }
}
