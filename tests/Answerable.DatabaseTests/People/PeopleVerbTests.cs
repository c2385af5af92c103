using System.CommandLine;
using Answerable.App.Centre;
using Answerable.App.Journal;
using Answerable.App.People;
using Answerable.Model.People;
using Answerable.Web.CommandLine;
using Answerable.Web.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.People;

/// <summary>The way back in where no administrator can sign in: by the hand of whoever holds the machine, and on record as that.</summary>
public sealed class PeopleVerbTests
{
    [Theory, EachDatabase]
    public async Task A_new_link_for_an_address_withdraws_the_one_before_and_is_on_record_as_of_the_command_line(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var imran = await centre.JoinAsync("imran", Role.Administrator);
        var before = (await centre.DoAsync(new RenewInvitation(imran.Id))).Value.Token;
        Assert.Equal(Exit.Done, await PeopleAsync(centre, "link", "IMRAN@centre.example", "--json"));
        Assert.False((await centre.AskAsync(new InvitationInForce(before))).Allowed);
        Assert.Equal(("Given a new one-time link", "the command line"), await LastAsync(centre, imran));
        Assert.Equal(Exit.Failed, await PeopleAsync(centre, "link", "nobody@centre.example"));
        Assert.Equal(Exit.Usage, await PeopleAsync(centre, "link"));
    }

    [Theory, EachDatabase]
    public async Task People_are_invited_placed_deactivated_and_reactivated(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var team = (await centre.DoAsync(new FormTeam("Waste"))).Value;
        Assert.Equal(Exit.Done, await PeopleAsync(
            centre, "invite", "Zoe Okoye", "zoe.o@centre.example", "--role", "Agent", "--role", "Planner", "--team", "waste"));
        Assert.Equal(Exit.Usage, await PeopleAsync(centre, "invite", "Zoe Okoye", "ZOE.O@centre.example", "--role", "Agent"));
        Assert.Equal(Exit.Usage, await PeopleAsync(centre, "invite", "Bo", "bo@centre.example", "--role", "Chief"));
        Assert.Equal(Exit.Usage, await PeopleAsync(centre, "invite", "Bo", "bo@centre.example", "--role", "Agent", "--team", "Roads"));
        var zoe = Assert.Single((await centre.AskAsync(new PeopleList("zoe"))).Value.People);
        Assert.Equal(("Waste", "Agent, Planner"), (zoe.Team, string.Join(", ", zoe.Roles)));
        Assert.Equal(Exit.Done, await PeopleAsync(centre, "place", "zoe.o@centre.example", "--role", "TeamLeader"));
        var record = (await centre.AskAsync(new PersonRecord(zoe.Id))).Value;
        Assert.Equal((null, Role.TeamLeader), (record.Team, Assert.Single(record.Roles)));
        Assert.Equal(Exit.Done, await PeopleAsync(centre, "deactivate", "zoe.o@centre.example", "--why", "left"));
        Assert.Equal(Exit.Failed, await PeopleAsync(centre, "deactivate", "zoe.o@centre.example", "--why", "again"));
        Assert.False((await centre.AskAsync(new PersonRecord(zoe.Id))).Value.Active);
        Assert.Equal(Exit.Done, await PeopleAsync(centre, "reactivate", "zoe.o@centre.example"));
        Assert.True((await centre.AskAsync(new PersonRecord(zoe.Id))).Value.Active);
        Assert.Equal(Exit.Failed, await PeopleAsync(centre, "deactivate", "imran@centre.example", "--why", "left"));
        Assert.Equal(Exit.Failed, await PeopleAsync(centre, "place", "imran@centre.example", "--role", "Agent"));
        Assert.Equal(Exit.Usage, await PeopleAsync(centre, "deactivate", "imran@centre.example"));
        Assert.Equal(Exit.Usage, await PeopleAsync(centre, "deactivate", "zoe.o@centre.example", "--why", " "));
        Assert.Equal(Exit.Done, await PeopleAsync(centre, "list"));
        Assert.Equal(Exit.Done, await PeopleAsync(centre, "list", "--deactivated", "--json"));
        await using var db = centre.OpenDb();
        Assert.Equal(5, await db.Set<JournalRow>().CountAsync(row => row.Source == "command-line" && row.Actor == null));
        Assert.Equal(team, (await centre.AskAsync(new PeopleList())).Value.Teams[0].Id);
    }

    [Theory, EachDatabase]
    public async Task A_second_factor_is_taken_off_where_there_is_one_administrator_alone(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var imran = await centre.JoinAsync("imran", Role.Administrator);
        await centre.SetSecondFactorAsync(imran);
        Assert.Equal(Exit.Done, await PeopleAsync(centre, "second-factor-off", "imran@centre.example"));
        Assert.Equal(("Took the second factor off", "the command line"), await LastAsync(centre, imran));
        (await centre.SignInAsync("imran")).Opened();
        Assert.Equal(Exit.Failed, await PeopleAsync(centre, "second-factor-off", "imran@centre.example"));
    }

    /// <summary>As the server that was started last is known, unless it is said otherwise.</summary>
    [Theory, EachDatabase]
    public async Task A_link_names_the_address_people_open_the_centre_at(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        Assert.Equal("http://127.0.0.1:5080", await AtAsync());
        await centre.DoAsync(new NoteAddress(new Uri("https://desk.example.org:8443/")));
        Assert.Equal("https://desk.example.org:8443", await AtAsync());
        Assert.Equal("https://desk.example.org:8443", (await centre.AskAsync(new CentreAddress())).Value);
        Assert.Equal("https://other.example", await AtAsync("--at", "https://other.example/"));
        foreach (var none in new[] { "ftp://x", "desk.example.org", "https://desk.example.org/people" })
        {
            Assert.Equal($"--at: '{none}' is not an address such as https://desk.example.org, without a path.",
                Assert.Single(Taken.Refusals(Asked("--at", none))));
            Assert.Equal(Exit.Usage, await PeopleAsync(centre, "link", "imran@centre.example", "--at", none));
        }

        ParseResult Asked(params string[] words) =>
            Verbs.Root.Parse(["people", "link", "imran@centre.example", .. words, "--database", centre.ConnectionString]);
        async Task<string> AtAsync(params string[] words)
        {
            var asked = Asked(words);
            await using var opened = await OpenedCentre.OpenAsync(asked, TestContext.Current.CancellationToken);
            return await PeopleVerb.AtAsync(opened, asked, TestContext.Current.CancellationToken);
        }
    }

    private static Task<int> PeopleAsync(TestCentre centre, params string[] words) =>
        Verbs.RunAsync(["people", .. words, "--database", centre.ConnectionString]);

    private static async Task<(string What, string? By)> LastAsync(TestCentre centre, Actor person)
    {
        var last = (await centre.AskAsync(new PersonRecord(person.Id))).Value.History[0];
        return (last.What, last.By);
    }
}
