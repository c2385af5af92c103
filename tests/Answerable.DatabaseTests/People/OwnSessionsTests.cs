using Answerable.App.People;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.People;

/// <summary>Where one is signed in, and ending it from elsewhere.</summary>
public sealed class OwnSessionsTests
{
    [Theory, EachDatabase]
    public async Task One_sees_ones_own_sessions_and_ends_one_of_them_or_all_but_the_one_at_hand(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var (ann, ben) = (await centre.JoinAsync("ann"), await centre.JoinAsync("ben"));
        var (here, there) = (await OpenAsync("ann", "Firefox on Linux"), await OpenAsync("ann", "Edge on Windows"));
        var theirs = await OpenAsync("ben", "");
        ann = ann with { Stamp = here.Stamp, Session = here.Id };
        var seen = (await centre.AskAsync(new OwnSessions(), ann)).Value;
        Assert.Equal([("Firefox on Linux", true), ("Edge on Windows", false)],
            seen.OrderByDescending(line => line.Here).Select(line => (line.Browser, line.Here)));
        Assert.Equal(2, (await centre.AskAsync(new PersonRecord(ann.Id))).Value.Sessions);

        Assert.Equal("not-found", (await centre.DoAsync(new EndOwnSessions(theirs.Id), ann)).Refusals[0].Code);
        Assert.True(await centre.StandsAsync(theirs));
        Assert.Null((await centre.DoAsync(new EndOwnSessions(there.Id), ann)).Value.Session);
        Assert.False(await centre.StandsAsync(there));
        Assert.True(await centre.StandsAsync(here));
        Assert.Equal("not-found", (await centre.DoAsync(new EndOwnSessions(there.Id), ann)).Refusals[0].Code);

        var third = await OpenAsync("ann", "");
        var goesOn = (await centre.DoAsync(new EndOwnSessions(), ann)).Value.Session!;
        Assert.False(await centre.StandsAsync(third));
        Assert.False(await centre.StandsAsync(here));
        Assert.True(await centre.StandsAsync(goesOn));
        var left = Assert.Single((await centre.AskAsync(new OwnSessions(), ann with { Session = goesOn.Id })).Value);
        Assert.Equal(("Firefox on Linux", true), (left.Browser, left.Here));
        Assert.True(await centre.StandsAsync(theirs));

        async Task<Session> OpenAsync(string name, string browser) => (await centre.DoAsync(
            new SignIn(AtTheDoor.Email(name), AtTheDoor.Password) { From = new Caller(null, browser) })).Value.Opened();
    }

    [Theory, EachDatabase]
    public async Task An_administrator_signs_a_person_out_everywhere_and_it_is_on_record(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        var session = (await centre.SignInAsync("ann")).Opened();
        Assert.Equal("access.denied", (await centre.DoAsync(new EndSessionsOf(ann.Id), ann)).Refusals[0].Code);
        Assert.True((await centre.DoAsync(new EndSessionsOf(ann.Id))).Allowed);
        Assert.False(await centre.StandsAsync(session));
        var record = (await centre.AskAsync(new PersonRecord(ann.Id))).Value;
        Assert.Equal(("Signed out everywhere", 0), (record.History[0].What, record.Sessions));
        (await centre.SignInAsync("ann")).Opened();
    }
}
