using Answerable.App.Conduct;
using Answerable.App.Journal;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Answerable.DatabaseTests.People;

/// <summary>Whether sessions stand, as every request of every desk asks it.</summary>
public sealed class SessionsTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    [Theory, EachDatabase]
    public async Task Sessions_of_a_whole_floor_are_looked_at_together_and_each_end_is_felt(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var (people, floor) = (new Dictionary<string, Actor>(), new Dictionary<string, Session>());
        foreach (var name in new[] { "ann", "ben", "cat", "dan", "eve" })
        {
            people[name] = await centre.JoinAsync(name);
            floor[name] = (await centre.SignInAsync(name)).Opened();
            Assert.True(await centre.StandsAsync(floor[name]));
        }
        await centre.DoAsync(new SignOut(floor["ben"].Id), people["ben"]);
        await centre.DoAsync(new DeactivatePerson(people["cat"].Id, "left"));
        centre.Time.Pass(Moment);

        using var asked = CountedCommands.Begin();
        Assert.True(await centre.StandsAsync(floor["ann"]));
        Assert.True(await centre.StandsAsync(floor["dan"]));
        Assert.True(await centre.StandsAsync(floor["eve"]));
        Assert.Equal(2, asked.Texts.Count);
        Assert.False(await centre.StandsAsync(floor["ben"]));
        Assert.False(await centre.StandsAsync(floor["cat"]));
    }

    /// <summary>On a busy machine a look may be old before it has ended.</summary>
    [Theory, EachDatabase]
    public async Task A_look_that_takes_long_throws_nobody_out(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database, and: services =>
        {
            var given = services.Last(service => service.ServiceType == typeof(IDbContextFactory<AnswerableDb>));
            services.Replace(ServiceDescriptor.Singleton<IDbContextFactory<AnswerableDb>>(provider =>
                new Slow((IDbContextFactory<AnswerableDb>)given.ImplementationFactory!(provider))));
        }).WithAdministratorAsync();
        await centre.JoinAsync("ann");
        var session = (await centre.SignInAsync("ann")).Opened();
        Assert.True(await centre.StandsAsync(session));
        centre.Time.Pass(Moment);
        ((Slow)centre.Services.GetRequiredService<IDbContextFactory<AnswerableDb>>()).Asked = () => centre.Time.Pass(Moment);
        Assert.True(await centre.StandsAsync(session));
    }

    private sealed class Slow(IDbContextFactory<AnswerableDb> inner) : IDbContextFactory<AnswerableDb>
    {
        public Action? Asked { get; set; }

        public AnswerableDb CreateDbContext()
        {
            Asked?.Invoke();
            return inner.CreateDbContext();
        }
    }

    /// <summary>The session was asked about before the writer's turn came, on this node or another: what the rows say then is what counts.</summary>
    [Theory, EachDatabase]
    public async Task Nothing_is_done_by_a_session_that_ended_before_the_act(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        foreach (var meanwhile in Enum.GetValues<RacesTests.Meanwhile>())
        {
            var name = $"ann{(int)meanwhile}";
            var ann = await centre.JoinAsync(name, Role.SeniorAgent);
            var session = (await centre.SignInAsync(name)).Opened();
            var who = ann with { Stamp = session.Stamp, Session = session.Id };
            Assert.True((await centre.DoAsync(new StartContact(Channel.Phone), who)).Allowed);
            await centre.GiveAsync(meanwhile, ann.Id);
            Assert.Equal("session.ended", Assert.Single((await centre.DoAsync(new StartContact(Channel.Phone), who)).Refusals).Code);
        }
        await using var db = centre.OpenDb();
        Assert.Equal(Enum.GetValues<RacesTests.Meanwhile>().Length, await db.Set<HandlingRow>().CountAsync());
    }

    /// <summary>In mid-call: the call goes on, and what is done from now on is done in the new team.</summary>
    [Theory, EachDatabase]
    public async Task Whoever_is_moved_stays_signed_in_and_acts_in_the_new_team_from_the_next_act_on(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var (ann, waste) = (await centre.JoinAsync("ann"), (await centre.DoAsync(new FormTeam("Waste"))).Value);
        var session = (await centre.SignInAsync("ann")).Opened();
        Assert.True(await centre.StandsAsync(session));
        var before = ann with { Stamp = session.Stamp, Session = session.Id };
        Assert.True((await centre.DoAsync(new PlacePerson(ann.Id, waste, ann.Roles))).Allowed);
        Assert.Equal(waste, (await centre.Services.GetRequiredService<Sessions>().PlaceAsync(session.Shown))?.Team);

        Assert.True((await centre.DoAsync(new StartContact(Channel.Phone), before)).Allowed);
        await using var db = centre.OpenDb();
        var answered = await db.Set<JournalRow>().SingleAsync(row => row.Name == "contact.answered");
        Assert.Equal(waste, Assert.IsType<ContactAnswered>(answered.Entry().Fact()).Team);
    }

    [Theory, EachDatabase]
    public async Task A_move_on_another_node_is_felt_within_moments(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var (ann, waste) = (await centre.JoinAsync("ann"), (await centre.DoAsync(new FormTeam("Waste"))).Value);
        var session = (await centre.SignInAsync("ann")).Opened();
        Assert.True(await centre.StandsAsync(session));
        await using (var db = centre.OpenDb())
            await db.Set<PersonRow>().Where(row => row.Id == ann.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Team, waste));
        centre.Time.Pass(Moment);
        Assert.Equal(waste, (await centre.Services.GetRequiredService<Sessions>().PlaceAsync(session.Shown))?.Team);
    }

    [Theory, EachDatabase]
    public async Task A_session_signed_out_is_felt_at_once_by_the_node_that_ended_it_and_its_acts_by_every_node(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        var (session, other) = ((await centre.SignInAsync("ann")).Opened(), (await centre.SignInAsync("ann")).Opened());
        Assert.True(await centre.StandsAsync(session));
        Assert.True(await centre.StandsAsync(other));
        await centre.DoAsync(new SignOut(session.Id), ann with { Stamp = session.Stamp, Session = session.Id });
        Assert.False(await centre.StandsAsync(session));
        Assert.True(await centre.StandsAsync(other));
        Assert.False((await centre.DoAsync(new SignOut(), ann with { Stamp = session.Stamp, Session = session.Id })).Allowed);
        Assert.True(await centre.StandsAsync(other));
    }

    [Theory, EachDatabase]
    public async Task A_session_nobody_asked_about_for_a_minute_is_looked_at_no_more(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var floor = new List<Session>();
        foreach (var name in new[] { "ann", "ben" })
        {
            await centre.JoinAsync(name);
            floor.Add((await centre.SignInAsync(name)).Opened());
            Assert.True(await centre.StandsAsync(floor[^1]));
        }
        for (var second = 0; second < 60; second += 2)
        {
            centre.Time.Pass(Moment);
            Assert.True(await centre.StandsAsync(floor[0]));
        }
        // Had it been kept among the others, both would be looked at anew: two questions.
        centre.Time.Pass(Moment);
        using var asked = CountedCommands.Begin();
        Assert.True(await centre.StandsAsync(floor[1]));
        Assert.Single(asked.Texts);
    }

    [Theory, EachDatabase]
    public async Task A_clock_set_back_lets_no_ended_session_stand(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        var session = (await centre.SignInAsync("ann")).Opened();
        Assert.True(await centre.StandsAsync(session));
        await centre.DoAsync(new SignOut(session.Id), ann);
        centre.Time.Set(centre.Time.GetUtcNow() - TimeSpan.FromHours(1));
        centre.Time.Pass(Moment);
        Assert.False(await centre.StandsAsync(session));
    }
}
