using System.Net;
using Answerable.App.Procedures;
using Answerable.DatabaseTests.Web;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.DatabaseTests.Conduct;

/// <summary>The desk as a browser without script meets it.</summary>
public sealed class DeskPageTests(OneCentre one) : IClassFixture<OneCentre>
{
    [Fact]
    public async Task A_refused_step_shows_the_desk_again_with_all_that_is_wanting_and_what_was_typed_but_no_card_number()
    {
        var centre = one.Web;
        var (client, contact) = await StartedAsync(centre);
        var answer = await PostAsync(client, contact, "step", new()
        {
            ["node"] = "n1",
            ["turn"] = "0",
            ["do"] = "on",
            ["f-address"] = "12 Elm Row",
            ["referReason"] = "4111 1111 1111 1111"
        });
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Account is needed.", page, StringComparison.Ordinal);
        Assert.Contains("Say the words as they stand, then tick that you have.", page, StringComparison.Ordinal);
        Assert.Contains("12 Elm Row", page, StringComparison.Ordinal);
        Assert.DoesNotContain("1111 1111 1111", page, StringComparison.Ordinal);
        Assert.Equal("false", Assert.Single(answer.Headers.GetValues("HX-Push-Url")));
    }

    [Fact]
    public async Task A_form_of_an_earlier_place_is_answered_with_the_place_as_it_is()
    {
        var centre = one.Web;
        var (client, contact) = await StartedAsync(centre);
        var form = new Dictionary<string, string> { ["node"] = "n1", ["turn"] = "0", ["do"] = "on", ["said"] = "true", ["f-account"] = "77" };
        var first = await PostAsync(client, contact, "step", new(form));
        Assert.Equal((HttpStatusCode.SeeOther, $"/desk/{contact}"), (first.StatusCode, first.Headers.Location!.ToString()));
        var again = await PostAsync(client, contact, "step", new(form));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        var page = await again.Content.ReadAsStringAsync();
        Assert.Contains("moved on since the page was opened", page, StringComparison.Ordinal);
        Assert.Contains("Did we get it wrong?", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_only_takes_forms_leads_to_the_contact()
    {
        var centre = one.Web;
        var (client, contact) = await StartedAsync(centre);
        var answer = await client.GetAsync($"/desk/{contact}/step");
        Assert.Equal($"/desk/{contact}", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_team_leader_hears_of_a_referral_as_it_comes()
    {
        var centre = one.Web;
        var (client, contact) = await StartedAsync(centre);
        var leader = await centre.SignedInAsync(Role.TeamLeader);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var stream = new StreamReader(await leader.GetStreamAsync("/referrals/events", stop.Token));
        while (await stream.ReadLineAsync(stop.Token) is not "event: open")
        {
        }
        await PostAsync(client, contact, "referral", new() { ["referReason"] = "They ask for somebody senior." });
        while (await stream.ReadLineAsync(stop.Token) is { } line && line != "event: referrals")
        {
        }
        Assert.Contains("Take a contact over", await leader.GetStringAsync("/referrals", stop.Token), StringComparison.Ordinal);
        await stop.CancelAsync();
    }

    private static async Task<(HttpClient Client, Guid Contact)> StartedAsync(WebCentre centre)
    {
        var client = await centre.AnotherAsync(Role.Agent);
        await centre.Dispatcher.DoAsync(new App.Authority.DefineDecisionKind("goodwill", "Goodwill", true), Actor.System);
        await centre.Dispatcher.DoAsync(new App.Authority.SetLimit("goodwill", Role.Manager, null), Actor.System);
        await centre.Dispatcher.DoAsync(new DefineContactType(new ContactType("complaint", "Complaint", Routine: true)), Actor.System);
        var procedure = await centre.Dispatcher.DoAsync(new DraftProcedure("complaint", DeskCentre.Goodwill), Actor.System);
        // The first test of the class makes it for all.
        if (procedure.Allowed)
            await centre.Dispatcher.DoAsync(new PublishVersion(procedure.Value, 1, 1), Actor.System);
        var started = await PostAsync(client, "/desk", "/desk/contacts", new() { ["channel"] = nameof(Channel.Phone), ["type"] = "complaint" });
        return (client, Guid.Parse(started.Headers.Location!.ToString().Split('/')[^1]));
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, Guid contact, string what, Dictionary<string, string> fields) =>
        PostAsync(client, $"/desk/{contact}", $"/desk/{contact}/{what}", fields);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string page, string address, Dictionary<string, string> fields)
    {
        fields["__RequestVerificationToken"] = await WebCentre.TokenAsync(client, page);
        return await client.PostAsync(address, new FormUrlEncodedContent(fields));
    }
}
