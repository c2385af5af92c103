using Answerable.App.Acts;
using Answerable.App.Conduct;
using Answerable.App.Demo;
using Answerable.App.Journal;
using Answerable.App.People;
using Answerable.App.Procedures;
using Answerable.DatabaseTests.Web;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Demo;

/// <summary>What is invented is known from the journal alone: no act is told of it, and a real visitor of an invented centre stays real.</summary>
public sealed class InventedTests
{
    [Theory, EachDatabase]
    public async Task A_visitor_of_the_demo_is_real_and_what_invented_people_make_is_invented(Database database)
    {
        await using var centre = await FilledAsync(database);
        var vera = Actor.Of((await Must(centre, new InvitePerson("Vera Visitor", "vera@centre.example", [Role.Agent, Role.Designer], null),
            await DemoAsync(centre, Role.Administrator))).Person, "Vera Visitor", [Role.Agent, Role.Designer], null);
        var (designer, agent) = (await DemoAsync(centre, Role.Designer), await DemoAsync(centre, Role.Agent));
        await Must(centre, new DefineContactType(new ContactType("invented-type", "Invented type", true)), designer);
        await Must(centre, new DefineContactType(new ContactType("real-type", "Real type", true)), vera);
        var types = (await centre.AskAsync(new ContactTypes())).Value.Types;
        Assert.Equal("real-type", Assert.Single(types, type => !type.Demo).Type.Code);
        Assert.Equal(("Vera Visitor", false), await ListedAsync(centre, "Vera"));
        Assert.Equal((agent.Name, true), await ListedAsync(centre, agent.Name));
        Assert.Equal([FactKind.Live, FactKind.Demo], [await StartedAsync(centre, vera), await StartedAsync(centre, agent)]);
        await Must(centre, new ChangePresence(Presence.OtherWork), vera);
        Assert.Equal(FactKind.Live, await LastKindAsync(centre, vera.Id.Value));
        Assert.Equal(FactKind.Demo, await LastKindAsync(centre, agent.Id.Value));
    }

    [Theory, EachDatabase]
    public async Task What_is_told_of_an_invented_thing_is_invented_whoever_tells_it(Database database)
    {
        await using var centre = await FilledAsync(database);
        var bins = (await centre.AskAsync(new ContactTypeRecord("missed-bin"))).Value;
        var system = Actor.System;
        await Must(centre, new ChangeContactType("missed-bin", bins.Revision, bins.Type with { Name = "Bin not emptied" }), system);
        var leaks = (await centre.AskAsync(new ContactTypeRecord("report-leak"))).Value.Procedure!.Value;
        Assert.True(await Must(centre, new DraftNextVersion(leaks, 1), system) > 1);
        await using var db = centre.OpenDb();
        var told = await db.Set<JournalRow>().OrderByDescending(row => row.Number).Take(2).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([("procedure.drafted", FactKind.Demo), ("contact-type.changed", FactKind.Demo)], told.Select(row => (row.Name, row.Kind)));
    }

    [Theory, EachDatabase]
    public async Task Invented_and_real_people_side_by_side_are_told_apart(Database database)
    {
        await using var centre = await FilledAsync(database);
        await using var web = new WebCentre(centre.Database);
        var account = DemoAccounts.All.Single(known => known.Role == Role.Administrator);
        var client = web.Nobody();
        await WebCentre.PostAsync(client, "/sign-in", "sign-in", new() { ["Form.Email"] = account.Email, ["Form.Password"] = DemoAccounts.Password });
        Assert.Equal(1, await MarksAsync(client));
        await web.Dispatcher.DoAsync(new InvitePerson("Aaron Real", "aaron@centre.example", [Role.Agent], null), Actor.System);
        Assert.Equal(PeopleList.PageSize, await MarksAsync(client));
    }

    [Theory, EachDatabase]
    public async Task On_its_own_page_the_real_says_so_and_the_invented_too(Database database)
    {
        await using var centre = await FilledAsync(database);
        await using var web = new WebCentre(centre.Database);
        var vera = (await web.Dispatcher.DoAsync(
            new InvitePerson("Vera Visitor", "vera@centre.example", [Role.Agent], null), Actor.System)).Value.Person;
        var actor = Actor.Of(vera, "Vera Visitor", [Role.Agent], null);
        await Must(centre, new ChangePresence(Presence.Ready), actor);
        var contact = await Must(centre, new StartContact(Channel.Phone), actor);
        await Must(centre, new DefineContactType(new ContactType("real-type", "Real type", true)), Actor.System);
        await using var db = centre.OpenDb();
        var invented = await db.Set<App.Contacts.ContactRow>().Where(row => row.Kind == FactKind.Demo).Select(row => row.Id).FirstAsync();
        var agent = (await DemoAsync(centre, Role.Agent)).Id;
        var procedure = await db.Set<ProcedureRow>().OrderBy(row => row.Id).Select(row => row.Id).FirstAsync();
        var client = await web.SignedInAsync(Role.Manager);
        foreach (var real in new[] { $"/people/{vera}", $"/contacts/{contact}", "/contact-types/real-type" })
            Assert.Equal("Real", await MarkAsync(client, real));
        foreach (var made in new[] { $"/people/{agent}", $"/contacts/{invented}", "/contact-types/missed-bin", $"/procedures/{procedure}" })
            Assert.Equal("Demo", await MarkAsync(client, made));
    }

    [Theory, EachDatabase]
    public async Task Where_nothing_is_invented_no_page_says_that_a_thing_is_real(Database database)
    {
        await using var kept = await TestDatabase.MigratedAsync(database);
        await using var web = new WebCentre(kept);
        var person = (await web.Dispatcher.DoAsync(
            new InvitePerson("Vera Visitor", "vera@centre.example", [Role.Agent], null), Actor.System)).Value.Person;
        Assert.Null(await MarkAsync(await web.SignedInAsync(Role.Manager), $"/people/{person}"));
    }

    /// <summary>What stands beside the page's own title.</summary>
    private static async Task<string?> MarkAsync(HttpClient client, string page)
    {
        var mark = System.Text.RegularExpressions.Regex.Match(await client.GetStringAsync(page, TestContext.Current.CancellationToken),
            "</h1>\\s*<span class=\"badge[^>]*>(Demo|Real)<");
        return mark.Success ? mark.Groups[1].Value : null;
    }

    private static async Task<(string, bool)> ListedAsync(TestCentre centre, string name)
    {
        var line = Assert.Single((await centre.AskAsync(new PeopleList(Words: name))).Value.People);
        return (line.Name, line.Demo);
    }

    /// <summary>One stands in the shell.</summary>
    private static async Task<int> MarksAsync(HttpClient client) =>
        (await client.GetStringAsync("/people", TestContext.Current.CancellationToken)).Split("badge is-demo").Length - 1;

    private static async Task<TestCentre> FilledAsync(Database database)
    {
        var centre = await TestCentre.OpenAsync(database);
        Assert.True((await centre.Services.GetRequiredService<DemoCentre>().FillAsync(_ => { }, 1)).Allowed);
        return centre;
    }

    private static async Task<Actor> DemoAsync(TestCentre centre, Role role)
    {
        var account = DemoAccounts.All.Single(known => known.Role == role);
        await using var db = centre.OpenDb();
        return Actor.Of((await db.Set<Credentials>().SingleAsync(known => known.Email == account.Email)).Id, account.Name, [role], null);
    }

    private static async Task<FactKind> StartedAsync(TestCentre centre, Actor who)
    {
        await centre.DoAsync(new ChangePresence(Presence.Ready), who);
        var contact = await Must(centre, new StartContact(Channel.Phone), who);
        await using var db = centre.OpenDb();
        return (await db.Set<HandlingRow>().SingleAsync(row => row.Contact == contact)).Kind;
    }

    private static async Task<FactKind> LastKindAsync(TestCentre centre, Guid subject)
    {
        await using var db = centre.OpenDb();
        return (await db.Set<JournalRow>().Where(row => row.Subject == subject).OrderByDescending(row => row.Number).FirstAsync()).Kind;
    }

    private static async Task<T> Must<T>(TestCentre centre, IAct<T> act, Actor who)
    {
        var outcome = await centre.DoAsync(act, who);
        Assert.True(outcome.Allowed, $"{act}: {string.Join(" ", outcome.Refusals)}");
        return outcome.Value;
    }
}
