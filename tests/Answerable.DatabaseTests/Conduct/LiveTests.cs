using Answerable.App.Conduct;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.DatabaseTests.People;
using Answerable.DatabaseTests.Web;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Conduct;

/// <summary>Live pages: who hears what, and that a stream ends with the session it was opened by.</summary>
public sealed class LiveTests
{
    /// <summary>The clock stands still, so that nothing but the word of what happened can end the stream.</summary>
    [Theory, EachDatabase]
    public async Task A_stream_ends_at_once_where_its_person_is_deactivated_placed_anew_given_a_password_or_signs_out(Database database)
    {
        await using var kept = await TestDatabase.EmptyAsync(database);
        await using var web = new WebCentre(kept, new ManualTime(TimeProvider.System.GetUtcNow()));
        await web.SignedInAsync(Role.Administrator);
        await AssertEndsAsync(web, Role.Agent, person => web.Dispatcher.DoAsync(new DeactivatePerson(person, "left"), Actor.System));
        await AssertEndsAsync(web, Role.SeniorAgent, person => web.Dispatcher.DoAsync(new PlacePerson(person, null, [Role.Agent]), Actor.System));
        await AssertEndsAsync(web, Role.TeamLeader, async person =>
        {
            var link = await web.Dispatcher.DoAsync(new RenewInvitation(person), Actor.System);
            await web.Dispatcher.DoAsync(new AcceptInvitation(link.Value.Token, AtTheDoor.NewPassword, AtTheDoor.NewPassword), Actor.System);
        });
        await AssertEndsAsync(web, Role.Manager, async _ =>
        {
            var client = await web.SignedInAsync(Role.Manager);
            var token = await WebCentre.TokenAsync(client, "/account/password");
            await client.PostAsync("/sign-out", new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token }));
        });
    }

    [Theory, EachDatabase]
    public async Task A_stream_ends_at_once_where_its_person_is_moved_and_the_session_goes_on(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var (ann, waste) = (await centre.JoinAsync("ann"), (await centre.DoAsync(new FormTeam("Waste"))).Value);
        var session = (await centre.SignInAsync("ann")).Opened();
        await using var stream = Words(centre, session).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await stream.MoveNextAsync());
        await centre.DoAsync(new PlacePerson(ann.Id, waste, ann.Roles));
        Assert.False(await stream.MoveNextAsync());
        Assert.True(await centre.StandsAsync(session));
    }

    [Theory, EachDatabase]
    public async Task A_stream_ends_within_moments_where_another_node_ended_the_session(Database database)
    {
        await using var other = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        await using var web = new WebCentre(other.Database, other.Time);
        await AssertEndsAsync(web, Role.Agent, async person =>
        {
            await other.DoAsync(new DeactivatePerson(person, "left"));
            // The stream may be about to look, or about to wait: it looks again every few seconds.
            for (var look = 0; look < 20; look++)
            {
                other.Time.Pass(TimeSpan.FromSeconds(2));
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        });
    }

    /// <summary>Another node ended it, and the door here still remembers that it stood; the stream looks anew once it listens.</summary>
    [Theory, EachDatabase]
    public async Task A_session_that_ends_between_the_door_and_the_stream_opens_none(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        var session = (await centre.SignInAsync("ann")).Opened();
        Assert.True(await centre.StandsAsync(session));
        await using (var db = centre.OpenDb())
            await db.Set<PersonRow>().Where(row => row.Id == ann.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.DeactivatedAt, centre.Time.GetUtcNow()));
        Assert.True(await centre.StandsAsync(session));
        await using var stream = Words(centre, session).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.False(await stream.MoveNextAsync());
    }

    /// <summary>Of what was told in the same moment as the end, nothing is heard any more.</summary>
    [Theory, EachDatabase]
    public async Task A_session_that_ends_while_its_page_is_busy_hears_nothing_more(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        var session = (await centre.SignInAsync("ann")).Opened();
        await using var stream = Words(centre, session).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await stream.MoveNextAsync());
        Assert.Equal("open", stream.Current.EventType);
        var board = centre.Services.GetRequiredService<Noticeboard>();
        using var told = board.Open([Sessions.Topic(ann.Id)]);
        board.Publish([new Notice(Topics.Queue, "")]);
        await centre.DoAsync(new DeactivatePerson(ann.Id, "left"));
        await told.HeardAsync(TestContext.Current.CancellationToken);
        Assert.False(await stream.MoveNextAsync());
    }

    [Theory, EachDatabase]
    public async Task Whoever_has_a_referral_open_hears_of_whatever_befalls_one(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var referral = await desk.ReferredAsync(await desk.AtGoodwillAsync(), "60");
        var before = (await desk.Look(new ReferralRecord(referral.Id), desk.Leader)).Standing;
        Assert.Equal(before, await desk.Look(new ReferralStanding(referral.Id), desk.Leader));
        using var told = desk.Centre.Services.GetRequiredService<Noticeboard>().Open([Topics.AnyReferral]);
        await desk.Must(new AcceptReferral(referral.Id), desk.Senior);
        Assert.Single(await told.HeardAsync(TestContext.Current.CancellationToken));
        var after = await desk.Look(new ReferralStanding(referral.Id), desk.Leader);
        Assert.Equal((Model.Conduct.ReferralState.Accepted, desk.Senior.Person), (after.State, after.With));
        Assert.NotEqual(before, after);
    }

    [Theory, EachDatabase]
    public async Task A_word_says_that_something_changed_and_not_what(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        await centre.JoinAsync("ann");
        var session = (await centre.SignInAsync("ann")).Opened();
        await using var stream = Words(centre, session).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await stream.MoveNextAsync());
        centre.Services.GetRequiredService<Noticeboard>().Publish([new Notice(Topics.Queue, "contact 1"), new Notice(Topics.Queue, "contact 2")]);
        Assert.True(await stream.MoveNextAsync());
        Assert.Equal(("queue", "changed"), (stream.Current.EventType, stream.Current.Data));
    }

    [Theory, EachDatabase]
    public async Task Of_a_referral_hear_those_whose_list_shows_it_and_nobody_below(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        using var senior = Listening(desk, desk.Senior);
        using var leader = Listening(desk, desk.Leader);
        var contact = await desk.Must(new StartContact(Channel.Phone), desk.Agent);
        await desk.Must(new ReferContact(contact, "They ask for a team leader.", Role.TeamLeader), desk.Agent);
        Assert.True(await HeardOfReferralsAsync(desk, leader, desk.Leader));
        Assert.False(await HeardOfReferralsAsync(desk, senior, desk.Senior));

        var referral = Assert.Single((await desk.Look(new ReferralList(), desk.Leader)).Mine).Id;
        await desk.Must(new PassReferralOn(referral, "For a manager.", Role.Manager), desk.Leader);
        Assert.Single((await desk.Look(new ReferralList(), desk.Manager)).Mine);
        Assert.True(await HeardOfReferralsAsync(desk, leader, desk.Leader), "It has gone from the leader's list, and they were not told.");
        Assert.False(await HeardOfReferralsAsync(desk, senior, desk.Senior));
    }

    [Theory, EachDatabase]
    public async Task Every_desk_hears_of_what_was_left_and_none_of_what_another_does_with_their_own(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        using var other = desk.Centre.Services.GetRequiredService<Noticeboard>().Open([Topics.Queue, Topics.Desk(desk.Other.Id)]);
        var contact = await desk.AtGoodwillAsync();
        await desk.Must(new HoldContact(contact), desk.Agent);
        await desk.Must(new RetrieveContact(contact), desk.Agent);
        Assert.DoesNotContain(Topics.Queue, await HeardAsync(desk, other, desk.Other));
        await desk.Must(new LeaveWalk(contact), desk.Agent);
        Assert.Contains(Topics.Queue, await HeardAsync(desk, other, desk.Other));
    }

    /// <summary>As a second window of one's own must, to show the contact as it stands.</summary>
    [Theory, EachDatabase]
    public async Task The_desk_of_the_one_who_has_a_contact_hears_of_every_act_on_it(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.Must(new StartContact(Channel.Phone), desk.Agent);
        var account = new Dictionary<string, string> { ["account"] = "77" };
        foreach (var act in new Func<int, App.Acts.IAct<Model.Done>>[]
        {
            _ => new RecordCustomer(contact, "FV-1"), _ => new RecordCustomer(contact, "FV-2"), _ => new MakeNote(contact, "Rings again."),
            _ => new ChooseType(contact, "complaint"), _ => new HoldContact(contact), _ => new RetrieveContact(contact),
            turn => new DoStep(contact, "n1", turn, account, Said: true), turn => new AnswerDecision(contact, "n2", turn, "a1"),
            turn => new GoBack(contact, "n3", turn), turn => new AnswerDecision(contact, "n2", turn, "a1"),
            turn => new SkipStep(contact, "n3", turn, Model.Conduct.SkipReason.DoesNotApply), _ => new ReferContact(contact, "They ask for another."),
            _ => new WithdrawFromDesk(contact), _ => new LeaveWalk(contact), _ => new ResumeWalk(contact), _ => new EndContact(contact),
            _ => new FinishWrap(contact),
        })
        {
            var turn = (await desk.LookAsync(contact)).Walk?.Walk.Turn ?? 0;
            using var window = desk.Centre.Services.GetRequiredService<Noticeboard>().Open([Topics.Desk(desk.Agent.Id), Topics.Desk(desk.Other.Id)]);
            await desk.Must(act(turn), desk.Agent);
            Assert.True((await HeardAsync(desk, window, desk.Other)).Contains(Topics.Desk(desk.Agent.Id)), $"The desk did not hear: {act(turn)}");
        }
    }

    private static Noticeboard.Listener Listening(DeskCentre desk, Actor who) =>
        desk.Centre.Services.GetRequiredService<Noticeboard>().Open([.. Topics.ReferralsTo(who), Topics.Desk(who.Id)]);

    private static async Task<bool> HeardOfReferralsAsync(DeskCentre desk, Noticeboard.Listener listener, Actor who) =>
        (await HeardAsync(desk, listener, who)).Exists(topic => topic.StartsWith("referrals", StringComparison.Ordinal));

    /// <summary>All that was told before a word that is certainly told: that they went to a break and came back.</summary>
    private static async Task<List<string>> HeardAsync(DeskCentre desk, Noticeboard.Listener listener, Actor who)
    {
        await desk.Must(new ChangePresence(Presence.Break), who);
        await desk.Must(new ChangePresence(Presence.Ready), who);
        var heard = new List<string>();
        while (!heard.Contains(Topics.Desk(who.Id)))
            heard.AddRange((await listener.HeardAsync(TestContext.Current.CancellationToken)).Select(notice => notice.Topic));
        return heard;
    }

    [Theory, EachDatabase]
    public async Task A_stream_ends_with_its_server(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        await centre.JoinAsync("ann");
        using var closing = new CancellationTokenSource();
        await using var words = Words(centre, (await centre.SignInAsync("ann")).Opened(), closing.Token)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await words.MoveNextAsync());
        var next = words.MoveNextAsync();
        await closing.CancelAsync();
        Assert.False(await next);
    }

    private static IAsyncEnumerable<System.Net.ServerSentEvents.SseItem<string>> Words(
        TestCentre centre, Session session, CancellationToken closing = default) => LiveStream.WordsAsync(
        centre.Services.GetRequiredService<Noticeboard>(), centre.Services.GetRequiredService<Sessions>(),
        centre.Services.GetRequiredService<DatabaseDoor>(), TimeProvider.System,
        session.Shown, [Topics.Queue], _ => "queue", closing, TestContext.Current.CancellationToken);

    private static async Task AssertEndsAsync(WebCentre web, Role role, Func<PersonId, Task> end)
    {
        var client = await web.SignedInAsync(role);
        var person = (await web.Dispatcher.AskAsync(new PeopleList($"The {role.Words()}"), Actor.System)).Value.People
            .Single(line => line.Roles.SequenceEqual([role])).Id;
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var stream = new StreamReader(await client.GetStreamAsync("/desk/events", stop.Token));
        while (await stream.ReadLineAsync(stop.Token) is not "event: open")
        {
        }
        await end(person);
        while (await stream.ReadLineAsync(stop.Token) is not null)
        {
        }
        using var again = await client.GetAsync("/desk/events", HttpCompletionOption.ResponseHeadersRead, stop.Token);
        Assert.NotEqual("event: open", await FirstWordAsync(again, stop.Token));
    }

    private static async Task<string?> FirstWordAsync(HttpResponseMessage answer, CancellationToken stop)
    {
        using var stream = new StreamReader(await answer.Content.ReadAsStreamAsync(stop));
        return await stream.ReadLineAsync(stop);
    }
}
