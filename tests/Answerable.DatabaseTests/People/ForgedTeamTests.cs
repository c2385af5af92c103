using System.Net;
using Answerable.App.People;
using Answerable.DatabaseTests.Web;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.People;

/// <summary>A form says whatever its sender wants it to say: a team in it is looked at where the act is done.</summary>
public sealed class ForgedTeamTests
{
    [Fact]
    public async Task A_team_leader_who_sends_a_form_with_another_team_moves_nobody_and_invites_nobody_into_it()
    {
        await using var centre = new WebCentre();
        var (mine, theirs) = (await TeamAsync(centre, "Mine"), await TeamAsync(centre, "Theirs"));
        var ann = await PersonAsync(centre, "ann", mine);
        var bob = await PersonAsync(centre, "bob", theirs);
        centre.Team = mine;
        var leader = await centre.SignedInAsync(Role.TeamLeader);
        foreach (var (person, team) in new[] { (ann, theirs), (bob, mine), (bob, theirs) })
            Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(leader, $"/people/{person}/place",
                new() { ["Form.Team"] = $"{team}", ["Form.Roles"] = "Agent" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(leader, "/people/invitation", new()
        {
            ["_handler"] = "invitation",
            ["Form.Name"] = "Eve",
            ["Form.Email"] = "eve@test.example",
            ["Form.Roles"] = "Agent",
            ["Form.Team"] = $"{theirs}",
        })).StatusCode);
        var people = (await centre.Dispatcher.AskAsync(new PeopleList(), Actor.System)).Value.People;
        Assert.Equal(("Mine", "Theirs"), (people.Single(line => line.Id == ann).Team, people.Single(line => line.Id == bob).Team));
        Assert.DoesNotContain(people, line => line.Name == "Eve");
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000007")]
    [InlineData("no id at all")]
    public async Task A_team_there_is_not_is_refused_at_its_field_and_nobody_is_moved(string forged)
    {
        await using var centre = new WebCentre();
        var mine = await TeamAsync(centre, "Mine");
        var ann = await PersonAsync(centre, "ann", mine);
        var answer = await SendAsync(await centre.SignedInAsync(Role.Administrator), $"/people/{ann}/place",
            new() { ["Form.Team"] = forged, ["Form.Roles"] = "Agent" });
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("id=\"team-refused\">That team is no longer there", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("Mine", (await centre.Dispatcher.AskAsync(new PeopleList(), Actor.System)).Value.People.Single(line => line.Id == ann).Team);
    }

    private static async Task<TeamId> TeamAsync(WebCentre centre, string name) =>
        (await centre.Dispatcher.DoAsync(new FormTeam(name), Actor.System)).Value;

    private static async Task<PersonId> PersonAsync(WebCentre centre, string name, TeamId team) =>
        (await centre.Dispatcher.DoAsync(new InvitePerson(name, $"{name}@test.example", [Role.Agent], team), Actor.System)).Value.Person;

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string address, Dictionary<string, string> fields)
    {
        fields["__RequestVerificationToken"] = await WebCentre.TokenAsync(client, "/account");
        return await client.PostAsync(address, new FormUrlEncodedContent(fields));
    }
}
