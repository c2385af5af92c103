using Answerable.App.Authority;
using Answerable.App.Centre;
using Answerable.App.Conduct;
using Answerable.App.Home;
using Answerable.App.People;
using Answerable.App.Procedures;
using Answerable.DatabaseTests.Web;
using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.Home;

/// <summary>The first hour is ticked by what is there, by whoever did it, and is gone once all of it is.</summary>
public sealed class FirstHourTests
{
    [Theory, EachDatabase]
    public async Task Each_line_is_done_by_what_is_really_there_and_with_the_last_the_list_is_gone(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var (administrator, manager) = (Of(Role.Administrator), await InvitedAsync(centre, Role.Manager));
        Assert.Equal(["/centre", "/people", "/procedures/starters", "/authority", "/procedures", "/desk"], await OpenAsync(centre, administrator));
        await centre.DoAsync(new ChangeCentre("Harbour lines", "Europe/London", "GBP", ""));
        Assert.Equal("/people", (await OpenAsync(centre, administrator))[0]);
        await InvitedAsync(centre, Role.Agent);
        Assert.Equal("/procedures/starters", (await OpenAsync(centre, administrator))[0]);
        var procedure = (await centre.DoAsync(new AdoptStarter("general-question"))).Value;
        Assert.Equal("/authority", (await OpenAsync(centre, administrator))[0]);
        await centre.DoAsync(new DefineDecisionKind("goodwill", "Goodwill", true));
        Assert.True((await centre.DoAsync(new SetLimit("goodwill", Role.Agent, null) { PerContactPence = 5000 })).Allowed);
        Assert.Equal("/procedures", (await OpenAsync(centre, administrator))[0]);
        await centre.DoAsync(new PublishVersion(procedure, 1, 1));
        Assert.Equal(["/desk"], await OpenAsync(centre, administrator));
        await centre.DoAsync(new ChangePresence(Presence.Ready), manager);
        Assert.True((await centre.DoAsync(new StartContact(Channel.Phone), manager)).Allowed);
        Assert.Empty((await centre.AskAsync(new FirstHour(), administrator)).Value);
    }

    [Theory, EachDatabase]
    public async Task It_is_shown_to_those_who_begin_a_centre_and_says_who_does_what_they_may_not(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        Assert.Empty((await centre.AskAsync(new FirstHour(), Of(Role.Agent))).Value);
        var lines = (await centre.AskAsync(new FirstHour(), Of(Role.Designer))).Value;
        Assert.Equal(["/procedures/starters", "/procedures"], lines.Where(line => line.Open).Select(line => line.Url));
        Assert.Equal([Role.Administrator], lines[0].By);
    }

    [Fact]
    public async Task It_is_put_away_by_choice_and_can_be_had_again()
    {
        await using var web = new WebCentre();
        var client = await web.SignedInAsync(Role.Administrator);
        Assert.Contains("id=\"first-hour\"", await client.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await ChooseAsync(client, shown: false);
        var hidden = await client.GetStringAsync("/", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("id=\"first-hour\"", hidden, StringComparison.Ordinal);
        Assert.Contains("Show what is left", hidden, StringComparison.Ordinal);
        await ChooseAsync(client, shown: true);
        Assert.Contains("id=\"first-hour\"", await client.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task ChooseAsync(HttpClient client, bool shown)
    {
        var fields = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = await WebCentre.TokenAsync(client, "/"),
            ["shown"] = shown ? "true" : "false",
        };
        var answer = await client.PostAsync("/first-hour", new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private static Actor Of(Role role) => Actor.Of(PersonId.From(new Guid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7)), "Somebody", [role], null);

    private static async Task<Actor> InvitedAsync(TestCentre centre, Role role) => Actor.Of(
        (await centre.DoAsync(new InvitePerson($"{role} Real", $"{role}@centre.example", [role], null))).Value.Person, $"{role} Real", [role], null);

    private static async Task<List<string>> OpenAsync(TestCentre centre, Actor who) =>
        [.. (await centre.AskAsync(new FirstHour(), who)).Value.Where(line => !line.Done).Select(line => line.Url)];
}
