using System.Net;
using System.Net.Http.Headers;
using Answerable.App.Conduct;
using Answerable.App.Keys;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.DatabaseTests.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Web;

/// <summary>Endpoint x role x scope: two teams, one's own and another, and what each role sees of either at every address that shows contacts or
/// people one by one.</summary>
public sealed class RowScopeTests
{
    private const string Ours = "Ola Ours";
    private const string Theirs = "Tess Theirs";
    private static readonly DateTimeOffset Then = new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory, EachDatabase]
    public async Task Each_role_sees_of_its_own_team_and_of_another_what_its_scope_says(Database database)
    {
        await using var kept = await TestDatabase.EmptyAsync(database);
        await using var centre = new WebCentre(kept);
        var (ours, theirs) = (await TeamAsync(centre, "Ours", Ours, 1), await TeamAsync(centre, "Theirs", Theirs, 2));
        var wrong = new List<string>();
        centre.Team = ours.Team;
        foreach (var role in Roles.All)
        {
            var client = await centre.SignedInAsync(role);
            foreach (var (address, permission) in EndpointTable.Whose)
            {
                // Only whoever handles contacts has a key that opens the API.
                var scope = address.StartsWith("/api", StringComparison.Ordinal) && !Access.Allows(role, Permission.HandleContacts)
                    ? null : Access.ScopeOf(role, permission);
                if (await SeesAsync(centre, client, role, address, ours) != scope is Scope.Team or Scope.Centre)
                    wrong.Add($"{role} ({scope?.ToString() ?? "none"}) of its own team at {address}");
                if (await SeesAsync(centre, client, role, address, theirs) != scope is Scope.Centre)
                    wrong.Add($"{role} ({scope?.ToString() ?? "none"}) of another team at {address}");
            }
        }
        Assert.True(wrong.Count == 0, "Sees too little or too much:\n" + string.Join("\n", wrong));
    }

    [Theory, EachDatabase]
    public async Task Figures_of_another_teams_people_are_refused_in_a_sentence_and_those_of_the_whole_team_are_told(Database database)
    {
        await using var kept = await TestDatabase.EmptyAsync(database);
        await using var centre = new WebCentre(kept);
        var (ours, theirs) = (await TeamAsync(centre, "Ours", Ours, 1), await TeamAsync(centre, "Theirs", Theirs, 2));
        centre.Team = ours.Team;
        var leader = await centre.SignedInAsync(Role.TeamLeader);
        using var refused =
            await leader.GetAsync($"/agents?from=2026-09-01&last=2026-09-01&team={theirs.Team}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Figures of single people are those of your own team",
            await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var one = await leader.GetAsync($"/measures/contacts/figures.csv?from=2026-09-01&last=2026-09-01&agent={theirs.Person}",
            TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, one.StatusCode);
        foreach (var (kpi, agent) in new[] { ("contacts", $"{theirs.Person}".ToUpperInvariant()), ("contacts", "nobody"), ("occupancy", "nobody") })
        {
            var answer = await (await leader.GetAsync($"/measures/{kpi}?from=2026-09-01&last=2026-09-01&agent={agent}", Stop)).Content
                .ReadAsStringAsync(Stop);
            Assert.DoesNotContain("There are:", answer, StringComparison.Ordinal);
            Assert.Equal(agent != "nobody", answer.Contains("this person is of another", StringComparison.Ordinal));
            Assert.DoesNotContain("Something broke", answer, StringComparison.Ordinal);
        }
        var told = await leader.GetStringAsync($"/measures/contacts/figures.csv?from=2026-09-01&last=2026-09-01&split=team",
            TestContext.Current.CancellationToken);
        Assert.Contains("Theirs", told, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task No_way_leads_a_leader_to_another_teams_contacts_and_an_address_that_does_says_whose_they_are(Database database)
    {
        await using var kept = await TestDatabase.EmptyAsync(database);
        await using var centre = new WebCentre(kept);
        var (ours, theirs) = (await TeamAsync(centre, "Ours", Ours, 1), await TeamAsync(centre, "Theirs", Theirs, 2));
        centre.Team = ours.Team;
        var (leader, manager) = (await centre.SignedInAsync(Role.TeamLeader), await centre.SignedInAsync(Role.Manager));
        const string Day = "from=2026-09-01&last=2026-09-01";
        foreach (var narrowed in new[] { "split=team", $"team={theirs.Team}" })
        {
            var address = $"/measures/contacts?{Day}&{narrowed}";
            Assert.Contains($"team={theirs.Team}", Links(await manager.GetStringAsync(address, Stop)), StringComparison.Ordinal);
            var seen = await leader.GetStringAsync(address, Stop);
            Assert.DoesNotContain($"team={theirs.Team}", Links(seen), StringComparison.Ordinal);
            Assert.Contains("Another team", seen, StringComparison.Ordinal);
        }
        Assert.Contains($"team={ours.Team}", Links(await leader.GetStringAsync($"/measures/contacts?{Day}&split=team", Stop)),
            StringComparison.Ordinal);
        var contacts = $"/contacts?{Day}&team={theirs.Team}";
        Assert.Contains("outside what you may see", await leader.GetStringAsync(contacts, Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("outside what you may see", await manager.GetStringAsync(contacts, Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("outside what you may see", await leader.GetStringAsync($"/contacts?{Day}&team={ours.Team}", Stop),
            StringComparison.Ordinal);
    }

    private static string Links(string page) =>
        string.Join('\n', System.Text.RegularExpressions.Regex.Matches(page, "href=\"/contacts\\?[^\"]*\"").Select(match => match.Value));

    /// <summary>What one finds by its number is what one may open: as a contact where one reads contacts, at one's desk where one handles
    /// them.</summary>
    [Theory, EachDatabase]
    public async Task Each_role_finds_by_its_number_what_its_scope_says_and_can_open_it(Database database)
    {
        await using var kept = await TestDatabase.EmptyAsync(database);
        await using var centre = new WebCentre(kept);
        var sides = new[] { await TeamAsync(centre, "Ours", Ours, 1), await TeamAsync(centre, "Theirs", Theirs, 2) };
        centre.Team = sides[0].Team;
        var wrong = new List<string>();
        foreach (var role in Roles.All)
        {
            var client = await centre.SignedInAsync(role);
            var (reads, handles) = (Access.ScopeOf(role, Permission.ReadContacts), Access.ScopeOf(role, Permission.HandleContacts));
            foreach (var side in sides)
            {
                var sees = new[] { reads, handles }.Any(scope => scope == Scope.Centre || (scope == Scope.Team && side == sides[0]));
                var page = await client.GetStringAsync($"/go?words={side.AtHand}", TestContext.Current.CancellationToken);
                var found = new[] { $"/contacts/{side.AtHand}", $"/desk/{side.AtHand}" }
                    .Where(url => page.Contains($"href=\"{url}\"", StringComparison.Ordinal)).ToList();
                if (found.Count != (sees ? 1 : 0))
                    wrong.Add($"{role} finds of {side.Name}: {string.Join(", ", found)}");
                foreach (var url in found)
                    if ((await client.GetAsync(url, TestContext.Current.CancellationToken)).StatusCode != HttpStatusCode.OK)
                        wrong.Add($"{role} finds {url} and cannot open it");
            }
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    /// <summary>What one had in one's hands stays one's own to look at, whoever has it now: at the desk, as a contact, by number and by
    /// key.</summary>
    [Theory, EachDatabase]
    public async Task A_contact_one_had_is_still_seen_by_one_and_says_who_has_it_now(Database database)
    {
        await using var kept = await TestDatabase.EmptyAsync(database);
        await using var centre = new WebCentre(kept);
        var theirs = await TeamAsync(centre, "Theirs", Theirs, 2);
        centre.Team = (await TeamAsync(centre, "Ours", Ours, 1)).Team;
        var now = Actor.Of(theirs.Person, Theirs, [Role.Agent], theirs.Team);
        await Must(centre, new LeaveWalk(theirs.AtHand), now);
        var clients = new Dictionary<Role, HttpClient>();
        foreach (var role in new[] { Role.Agent, Role.TeamLeader })
        {
            clients[role] = await centre.SignedInAsync(role);
            var before = Actor.Of(await PersonAsync(centre, role), $"The {role.Words()}", [role], centre.Team);
            await Must(centre, new ResumeWalk(theirs.AtHand), before);
            await Must(centre, new LeaveWalk(theirs.AtHand), before);
        }
        await Must(centre, new ResumeWalk(theirs.AtHand), now);

        foreach (var client in clients.Values)
            Assert.Contains($"{Theirs} has this contact now", await client.GetStringAsync($"/desk/{theirs.AtHand}", Stop), StringComparison.Ordinal);
        Assert.Contains($"/desk/{theirs.AtHand}", await clients[Role.Agent].GetStringAsync($"/go?words={theirs.AtHand}", Stop),
            StringComparison.Ordinal);
        Assert.Contains($"/contacts/{theirs.AtHand}", await clients[Role.TeamLeader].GetStringAsync($"/go?words={theirs.AtHand}", Stop),
            StringComparison.Ordinal);
        Assert.Contains(Theirs, await clients[Role.TeamLeader].GetStringAsync($"/contacts/{theirs.AtHand}", Stop), StringComparison.Ordinal);
        Assert.True(await SeesByKeyAsync(centre, Role.TeamLeader, theirs.AtHand));
        var never = await (await centre.SignedInAsync(Role.SeniorAgent)).GetAsync($"/desk/{theirs.AtHand}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, never.StatusCode);
    }

    /// <summary>In 0.1.0 a senior agent read why a manager was asked.</summary>
    [Theory, EachDatabase]
    public async Task Each_role_opens_the_referrals_of_its_level_and_none_above(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        await using var web = new WebCentre(desk.Centre.Database, desk.Centre.Time);
        var put = new Dictionary<Role, ReferralId>();
        foreach (var (level, pounds) in new[] { (Role.SeniorAgent, "60"), (Role.TeamLeader, "100"), (Role.Manager, "300") })
        {
            var referral = await desk.ReferredAsync(await desk.AtGoodwillAsync(), pounds);
            Assert.Equal(level, referral.ToRole);
            put[level] = referral.Id;
        }
        var wrong = new List<string>();
        foreach (var role in Roles.All)
            foreach (var (level, referral) in put)
                foreach (var address in EndpointTable.OfLevel)
                {
                    var client = await web.SignedInAsync(role);
                    using var answer = await client.GetAsync(
                        address.Replace("{Id:guid}", $"{referral}", StringComparison.OrdinalIgnoreCase) + "?shown=none", Stop);
                    if (answer.IsSuccessStatusCode != (Access.Allows(role, Permission.TakeReferrals) && role >= level))
                        wrong.Add($"{role} of one put to a {level} at {address}: {answer.StatusCode}");
                }
        Assert.True(wrong.Count == 0, "Sees too little or too much:\n" + string.Join("\n", wrong));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task Must(WebCentre centre, App.Acts.IAct<Model.Done> act, Actor who)
    {
        var done = await centre.Dispatcher.DoAsync(act, who, Stop);
        Assert.True(done.Allowed, string.Join(" ", done.Refusals));
    }

    private sealed record Side(TeamId Team, PersonId Person, string Name, ContactId Contact, ContactId AtHand);

    private static async Task<Side> TeamAsync(WebCentre centre, string name, string person, int number)
    {
        var team = (await centre.Dispatcher.DoAsync(new FormTeam(name), Actor.System)).Value;
        var invited =
            (await centre.Dispatcher.DoAsync(new InvitePerson(person, $"{number}@test.example", [Role.Agent], team), Actor.System)).Value.Person;
        var contact = new Guid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5);
        await centre.Services.GetRequiredService<Writer>().AppendAsync([Entry.Of(
            new ContactRecorded(Channel.Phone, $"queue {number}", null, null, ContactState.Handled, 1000, 60_000, 0, 5_000, invited, person, team),
            Then, FactKind.Live, "test", $"{number}", contact, null)]);
        var atHand =
            (await centre.Dispatcher.DoAsync(new StartContact(Channel.Phone, null, null, null), Actor.Of(invited, person, [Role.Agent], team))).Value;
        await Must(centre, new MakeNote(atHand, "Rings again."), Actor.Of(invited, person, [Role.Agent], team));
        return new Side(team, invited, person, ContactId.From(contact), atHand);
    }

    private static async Task<bool> SeesAsync(WebCentre centre, HttpClient client, Role role, string address, Side side)
    {
        const string Day = "from=2026-09-01&last=2026-09-01";
        if (address == "/api/contacts/{id}")
            return await SeesByKeyAsync(centre, role, side.Contact);
        var path = address switch
        {
            "/agents" => $"/agents?{Day}",
            "/measures/{name}/figures.csv" => $"/measures/contacts/figures.csv?{Day}&split=agent",
            "/measures/{Name}" => $"/measures/contacts?{Day}&split=agent",
            "/contacts" => $"/contacts?{Day}",
            "/contacts.csv" => $"/contacts.csv?{Day}",
            "/contacts/{Id:guid}" => $"/contacts/{side.Contact}",
            "/desk/{Id:guid}" => $"/desk/{side.AtHand}",
            "/desk/{Id:guid}/notes" => $"/desk/{side.AtHand}/notes",
            "/desk/{id:guid}/hands" => $"/desk/{side.AtHand}/hands?shown=mine",
            "/people/{Id:guid}" => $"/people/{side.Person}",
            _ => address,
        };
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.StatusCode == HttpStatusCode.OK
            && (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains(side.Name, StringComparison.Ordinal);
    }

    // A person's own key does what the person may.
    private static async Task<bool> SeesByKeyAsync(WebCentre centre, Role role, ContactId contact)
    {
        var key = await centre.Dispatcher.DoAsync(new CreateKey($"{role} {contact}", null, await PersonAsync(centre, role)), Actor.System);
        if (!key.Allowed)
            return false;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/contacts/{contact}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key.Value.Secret);
        using var client = centre.Nobody();
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    private static async Task<PersonId> PersonAsync(WebCentre centre, Role role) =>
        (await centre.Dispatcher.AskAsync(new PeopleList($"The {role.Words()}"), Actor.System)).Value.People.First(person =>
            person.Roles.SequenceEqual([role])).Id;
}
