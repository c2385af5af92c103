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
    public async Task More_than_anybody_may_approve_is_said_at_its_field_and_asked_for_only_by_one_who_ticks_that()
    {
        var (client, contact) = await StartedAsync(one.Web);
        await PostAsync(client, contact, "step", new() { ["node"] = "n1", ["turn"] = "0", ["do"] = "on", ["said"] = "true", ["f-account"] = "77" });
        await PostAsync(client, contact, "step", new() { ["node"] = "n2", ["turn"] = "1", ["answer"] = "a1" });
        Assert.Contains("As limits stand nobody may approve more than £1,000.00",
            WebUtility.HtmlDecode(await client.GetStringAsync($"/desk/{contact}")), StringComparison.Ordinal);
        var form = new Dictionary<string, string> { ["node"] = "n3", ["turn"] = "2", ["do"] = "on", ["f-amount"] = "1120.50" };
        var answer = await PostAsync(client, contact, "step", new(form));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("nobody may approve £1,120.50, only up to £1,000.00. Enter an amount up to £1,000.00", page, StringComparison.Ordinal);
        Assert.Contains("name=\"allTheSame\"", page, StringComparison.Ordinal);
        form["allTheSame"] = "true";
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(client, contact, "step", form)).StatusCode);
        var waiting = WebUtility.HtmlDecode(await client.GetStringAsync($"/desk/{contact}"));
        Assert.Contains("It can only be refused or approved for less", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("promised by", waiting, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_were_said_when_a_decision_was_asked_for_need_not_be_said_again_while_one_stands_there()
    {
        var (client, contact) = await StartedAsync(one.Web, "refund", DeskCentre.Refund);
        Assert.False(await SaidAsync());
        Dictionary<string, string> Form(string turn) =>
            new() { ["node"] = "n1", ["turn"] = turn, ["do"] = "on", ["said"] = "true", ["f-amount"] = "60.00" };
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(client, contact, "step", Form("0"))).StatusCode);
        Assert.True(await SaidAsync());
        await PostAsync(client, contact, "withdrawal", []);
        Assert.True(await SaidAsync());
        var unsaid = Form("2");
        unsaid.Remove("said");
        Assert.Contains("Say the words as they stand", await (await PostAsync(client, contact, "step", unsaid)).Content.ReadAsStringAsync(),
            StringComparison.Ordinal);

        async Task<bool> SaidAsync() => System.Text.RegularExpressions.Regex.IsMatch(await client.GetStringAsync($"/desk/{contact}"),
            "<input[^>]* name=\"said\"[^>]* checked");
    }

    [Fact]
    public async Task What_is_done_in_another_window_with_a_contact_that_a_colleague_has_by_now_is_refused_in_words()
    {
        var (client, contact) = await StartedAsync(one.Web);
        // The page of before: its form is still there to be sent.
        var token = await WebCentre.TokenAsync(client, $"/desk/{contact}");
        await PostAsync(client, contact, "departure", []);
        await PostAsync(await one.Web.AnotherAsync(Role.Agent), contact, "resumption", []);
        foreach (var (what, fields) in new (string, Dictionary<string, string>)[]
        {
            ("notes", new() { ["note"] = "They called again." }),
            ("step", new() { ["node"] = "n1", ["turn"] = "0", ["do"] = "on", ["f-account"] = "77" }),
            ("hold", []),
        })
        {
            fields["__RequestVerificationToken"] = token;
            using var answer = await client.PostAsync($"/desk/{contact}/{what}", new FormUrlEncodedContent(fields));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("has this contact now; what you typed was not applied", await answer.Content.ReadAsStringAsync(),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_resumes_too_late_is_told_so_on_the_desk_and_of_what_never_lay_there_nothing()
    {
        var (client, contact) = await StartedAsync(one.Web);
        var late = await one.Web.AnotherAsync(Role.Agent);
        var never = await PostAsync(late, "/desk", $"/desk/{contact}/resumption", []);
        Assert.Equal(HttpStatusCode.NotFound, never.StatusCode);
        Assert.DoesNotContain("The Agent", WithoutHead(await never.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        await PostAsync(client, contact, "departure", []);
        await PostAsync(await one.Web.AnotherAsync(Role.Agent), contact, "resumption", []);
        var answer = await PostAsync(late, "/desk", $"/desk/{contact}/resumption", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("The Agent took this contact a moment before you. Take the next one.", page, StringComparison.Ordinal);
        Assert.Contains("Start a contact", page, StringComparison.Ordinal);
    }

    // Whoever is signed in stands by name above.
    private static string WithoutHead(string page) => page[page.IndexOf("id=\"desk-middle\"", StringComparison.Ordinal)..];

    [Fact]
    public async Task The_desk_learns_that_a_contact_is_in_other_hands_and_hears_nothing_while_it_is_as_the_page_shows_it()
    {
        var (client, contact) = await StartedAsync(one.Web);
        var page = await client.GetStringAsync($"/desk/{contact}");
        var asks = Asked(page);
        Assert.Equal(HttpStatusCode.NoContent, (await client.GetAsync(asks)).StatusCode);
        await PostAsync(client, contact, "referral", new() { ["referReason"] = "They ask for somebody senior." });
        Assert.Equal(HttpStatusCode.NoContent, (await client.GetAsync(asks)).StatusCode);
        await PostAsync(client, contact, "departure", []);
        await PostAsync(await one.Web.AnotherAsync(Role.Agent), contact, "resumption", []);
        var changed = await client.GetStringAsync(asks);
        Assert.Matches("id=\"desk-news\"[^>]*role=\"status\"[^>]*>[^<]*The Agent has this contact now", changed);
        Assert.Contains("With The Agent", changed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_ones_own_referral_tells_how_it_stands_and_has_nothing_to_decide_by()
    {
        var (client, contact) = await StartedAsync(one.Web);
        await PostAsync(client, contact, "referral", new() { ["referReason"] = "They ask for somebody senior." });
        var link = System.Text.RegularExpressions.Regex.Match(await client.GetStringAsync($"/desk/{contact}"), "href=\"(/referrals/[^\"]+)\"")
            .Groups[1].Value;

        var page = await client.GetStringAsync(link);
        Assert.Contains("They ask for somebody senior.", page, StringComparison.Ordinal);
        Assert.Contains("You asked for this yourself", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"action=\"{link}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/referrals\"", page, StringComparison.Ordinal);
        Assert.Contains($"action=\"{link}/acceptance\"", await (await one.Web.SignedInAsync(Role.SeniorAgent)).GetStringAsync(link),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await one.Web.AnotherAsync(Role.Agent)).GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task What_is_refused_beside_the_step_is_said_once_at_its_field()
    {
        var (client, contact) = await StartedAsync(one.Web);
        foreach (var (what, field, typed, words) in new[]
        {
            ("customer", "customer-reference", "customerReference", "looks like a card number"), ("notes", "note", "note", "Write the note first."),
        })
        {
            var answer = await PostAsync(client, contact, what, new() { [typed] = what == "customer" ? "4111 1111 1111 1111" : " " });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Single(System.Text.RegularExpressions.Regex.Matches(page, words));
            Assert.Matches($"id=\"{field}-refused\">[^<]*{words}", page);
        }
    }

    /// <summary>As the customer, once named in the first, stood unnamed in the second.</summary>
    [Fact]
    public async Task A_second_window_of_ones_own_shows_anew_whatever_is_done_with_the_contact_in_the_first()
    {
        var (client, contact) = await StartedAsync(one.Web);
        foreach (var (what, fields, shown) in new (string, Dictionary<string, string>, string)[]
        {
            ("customer", new() { ["customerReference"] = "FV-WRONG" }, "FV-WRONG"),
            ("customer", new() { ["customerReference"] = "FV-RIGHT" }, "FV-RIGHT"),
            ("notes", new() { ["note"] = "They called again." }, "They called again."),
            ("hold", [], $"/desk/{contact}/retrieval"),
            ("retrieval", [], $"/desk/{contact}/hold"),
            ("step", new() { ["node"] = "n1", ["turn"] = "0", ["do"] = "on", ["f-account"] = "77", ["said"] = "true" }, "Did we get it wrong?"),
            ("step", new() { ["node"] = "n2", ["turn"] = "1", ["do"] = "back" }, "Take the account"),
            ("ending", [], "after-contact work"),
            ("departure", [], "Left to be resumed"),
            ("resumption", [], "Take the account"),
        })
        {
            var asks = Asked(await client.GetStringAsync($"/desk/{contact}"));
            Assert.Equal(HttpStatusCode.NoContent, (await client.GetAsync(asks)).StatusCode);
            Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(client, contact, what, fields)).StatusCode);
            Assert.Contains(shown, await client.GetStringAsync(asks), StringComparison.Ordinal);
        }
    }

    /// <summary>What an open page asks of its contact.</summary>
    private static string Asked(string page) => WebUtility.HtmlDecode(
        System.Text.RegularExpressions.Regex.Match(page, "hx-get=\"(/desk/[^\"]*/hands[^\"]*)\"").Groups[1].Value);

    [Fact]
    public async Task The_list_of_what_one_has_in_hand_counts_from_when_it_stood_so_as_the_middle_does()
    {
        var (client, contact) = await StartedAsync(one.Web);
        await PostAsync(client, contact, "ending", []);
        var page = await client.GetStringAsync($"/desk/{contact}");
        var counted = System.Text.RegularExpressions.Regex.Matches(page, "after-contact work\\s*<span class=\"timer ?\" data-since=\"(\\d+)\"")
            .Select(found => found.Groups[1].Value).ToArray();
        Assert.Equal(2, counted.Length);
        Assert.Equal(counted[0], counted[1]);
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

    /// <summary>What it is about, who it is and which case it continues may all come later; how they came is what a contact begins with.</summary>
    [Fact]
    public async Task A_form_with_nothing_in_it_starts_no_contact_and_says_what_is_wanting()
    {
        var (client, _) = await StartedAsync(one.Web);
        foreach (var form in new Dictionary<string, string>[]
            { [], new() { ["channel"] = "", ["type"] = "", ["reference"] = "", ["caseNumber"] = "" } })
        {
            var answer = await PostAsync(client, "/desk", "/desk/contacts", form);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Contains("Say how the customer came: without that there is no contact to start.", page, StringComparison.Ordinal);
            Assert.Contains("aria-invalid=\"true\"", page, StringComparison.Ordinal);
        }
        var started = await PostAsync(client, "/desk", "/desk/contacts",
            new() { ["channel"] = nameof(Channel.Chat), ["type"] = "", ["reference"] = "", ["caseNumber"] = "" });
        Assert.Equal(HttpStatusCode.SeeOther, started.StatusCode);
    }

    /// <summary>The record of contacts is for those who lead; whoever handled one is told why it does not open, and where it does.</summary>
    [Fact]
    public async Task An_agent_who_opens_the_record_of_a_contact_they_left_is_told_why_not_and_where_to_go()
    {
        var (client, contact) = await StartedAsync(one.Web);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(client, contact, "departure", [])).StatusCode);
        var refused = await client.GetAsync($"/contacts/{contact}");
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("The record of a contact is not open to your role", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/desk/{contact}\"", page, StringComparison.Ordinal);
        Assert.Contains("Left to be resumed", await client.GetStringAsync($"/desk/{contact}"), StringComparison.Ordinal);
    }

    private static async Task<(HttpClient Client, Guid Contact)> StartedAsync(WebCentre centre, string type = "complaint",
        Chart? chart = null)
    {
        var client = await centre.AnotherAsync(Role.Agent);
        await centre.Dispatcher.DoAsync(new App.Authority.DefineDecisionKind("goodwill", "Goodwill", true), Actor.System);
        await centre.Dispatcher.DoAsync(new App.Authority.SetLimit("goodwill", Role.Manager, null) { PerContactPence = 100_000 },
            Actor.System);
        await centre.Dispatcher.DoAsync(new DefineContactType(new ContactType(type, type, Routine: true)), Actor.System);
        var procedure = await centre.Dispatcher.DoAsync(new DraftProcedure(type, chart ?? DeskCentre.Goodwill), Actor.System);
        // The first test of the class makes it for all.
        if (procedure.Allowed)
            await centre.Dispatcher.DoAsync(new PublishVersion(procedure.Value, 1, 1), Actor.System);
        var started = await PostAsync(client, "/desk", "/desk/contacts", new() { ["channel"] = nameof(Channel.Phone), ["type"] = type });
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
