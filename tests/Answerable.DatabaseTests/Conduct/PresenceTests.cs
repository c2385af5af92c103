using Answerable.App.Conduct;
using Answerable.App.Journal;
using Answerable.App.Measures;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.Conduct;

/// <summary>What one says to be doing, with a contact in hand and after a session that ended under one's hands.</summary>
public sealed class PresenceTests
{
    [Theory, EachDatabase]
    public async Task Ready_after_a_break_with_a_contact_in_hand_one_handles_it_and_that_is_what_is_written_down(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync();
        await desk.Must(new ChangePresence(Presence.Break), desk.Agent);
        await desk.Must(new ChangePresence(Presence.Ready), desk.Agent);
        Assert.Equal(Presence.Busy, (await desk.Look(new DeskQueue(), desk.Agent)).Presence);
        Assert.Equal([Presence.Ready, Presence.Busy, Presence.Break, Presence.Busy], await SaidAsync(desk, desk.Agent));

        await desk.Must(new LeaveWalk(contact), desk.Agent);
        Assert.Equal(Presence.Ready, (await desk.Look(new DeskQueue(), desk.Agent)).Presence);
    }

    [Theory, EachDatabase]
    public async Task With_a_contact_in_hand_nobody_says_they_have_gone_and_signing_out_asks_instead(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        await desk.AtGoodwillAsync();
        Assert.Equal("presence.contact-in-hand", (await desk.Refused(new ChangePresence(Presence.SignedOut), desk.Agent)).Code);
        Assert.Equal(Presence.Busy, (await desk.Look(new DeskQueue(), desk.Agent)).Presence);
        await desk.Must(new ChangePresence(Presence.SignedOut), desk.Other);
        await desk.Must(new LeaveDesk(), desk.Agent);
        Assert.Equal((Presence.SignedOut, Presence.SignedOut),
            ((await desk.Look(new DeskQueue(), desk.Agent)).Presence, (await desk.Look(new DeskQueue(), desk.Other)).Presence));
    }

    [Theory, EachDatabase]
    public async Task One_who_was_taken_for_gone_and_is_back_where_they_were_does_again_what_they_did(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        await desk.Must(new ChangePresence(Presence.Training), desk.Other);
        await desk.AtGoodwillAsync();
        foreach (var person in new[] { desk.Agent, desk.Other, desk.Senior })
            await desk.Must(new LeaveDesk(), person);
        foreach (var person in new[] { desk.Agent, desk.Other, desk.Senior, desk.Leader })
            await desk.Must(new ReturnToDesk(), person);
        Assert.Equal([Presence.Ready, Presence.Busy, Presence.SignedOut, Presence.Busy], await SaidAsync(desk, desk.Agent));
        Assert.Equal([Presence.Ready, Presence.Training, Presence.SignedOut, Presence.Training], await SaidAsync(desk, desk.Other));
        Assert.Equal([Presence.Ready, Presence.SignedOut, Presence.Ready], await SaidAsync(desk, desk.Senior));
        Assert.Equal([Presence.Ready], await SaidAsync(desk, desk.Leader));
    }

    [Theory, EachDatabase]
    public async Task One_who_signed_out_keeping_a_contact_is_there_again_once_they_go_on_with_it(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync();
        await desk.Must(new LeaveDesk(), desk.Agent);
        Assert.True((await desk.GiveAsync(contact, "10")).Allowed);
        Assert.Equal([Presence.Ready, Presence.Busy, Presence.SignedOut, Presence.Busy], await SaidAsync(desk, desk.Agent));
    }

    private static async Task<IEnumerable<Presence>> SaidAsync(DeskCentre desk, Actor who)
    {
        await using var db = desk.Centre.OpenDb();
        return (await PresenceLines.ReadAsync(db.Set<JournalRow>().Where(row => row.Subject == who.Id.Value).OrderBy(row => row.Number),
            TestContext.Current.CancellationToken)).Select(line => line.To);
    }
}
