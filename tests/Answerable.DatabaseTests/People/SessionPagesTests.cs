using System.Net;
using Answerable.App.People;
using Answerable.DatabaseTests.Web;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.People;

/// <summary>How long a session goes on as a browser meets it, and who is led to a second factor.</summary>
public sealed class SessionPagesTests
{
    [Theory, EachDatabase]
    public async Task A_session_left_untouched_ends_and_the_pages_own_calls_do_not_touch_it(Database database)
    {
        await using var other = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        using var web = new WebCentre(other.Database, other.Time);
        await other.JoinAsync("ann");
        await other.DoAsync(new ChangeSignInRules(60, []));
        var (worked, left) = (await SignedInAsync(web), await SignedInAsync(web));
        for (var half = 0; half < 4; half++)
        {
            other.Time.Pass(TimeSpan.FromMinutes(29));
            Assert.Equal(HttpStatusCode.OK, (await worked.GetAsync("/account")).StatusCode);
            // As an open page asks: whether somebody is there, and what has happened.
            using var drawn = new HttpRequestMessage(HttpMethod.Get, "/desk");
            drawn.Headers.Add("HX-Request", "true");
            using var fetched = new HttpRequestMessage(HttpMethod.Get, "/waiting");
            fetched.Headers.Add("Sec-Fetch-Mode", "cors");
            var answers = new[] { await left.GetAsync("/here"), await left.SendAsync(drawn), await left.SendAsync(fetched) };
            if (half < 2)
                Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}"));
            else
                Assert.All(answers, answer => Assert.False(answer.IsSuccessStatusCode));
        }
    }

    [Theory, EachDatabase]
    public async Task However_much_is_done_in_it_a_session_ends_after_a_day(Database database)
    {
        await using var other = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        using var web = new WebCentre(other.Database, other.Time);
        await other.JoinAsync("ann");
        var browser = await SignedInAsync(web);
        for (var hour = 1; hour < 24; hour++)
        {
            other.Time.Pass(TimeSpan.FromHours(1));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);
        }
        other.Time.Pass(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Found, (await browser.GetAsync("/account")).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Whoever_owes_a_second_factor_is_led_to_it_from_everywhere_and_everything_is_open_once_it_is_set(Database database)
    {
        await using var other = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        using var web = new WebCentre(other.Database, other.Time);
        await other.JoinAsync("ann");
        await other.DoAsync(new ChangeSignInRules(60, [Role.Agent]));
        var browser = await SignedInAsync(web);
        foreach (var page in new[] { "/", "/desk", "/account", "/people", "/nowhere" })
            Assert.Equal("/account/second-factor", (await browser.GetAsync(page)).Headers.Location?.OriginalString);
        var shown = await browser.GetStringAsync("/account/second-factor");
        Assert.Contains("A second factor is demanded of your role here.", shown, StringComparison.Ordinal);
        var key = shown.Split("name=\"Key\" value=\"")[1].Split('"')[0];
        await WebCentre.PostAsync(browser, "/account/second-factor", "turn-on",
            new() { ["Key"] = key, ["Code"] = OneTimeCode.At(key, other.Time.GetUtcNow()), ["Current"] = AtTheDoor.Password });
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/desk")).StatusCode);
        Assert.Contains("it cannot be turned off", await browser.GetStringAsync("/account/second-factor"), StringComparison.Ordinal);
    }

    /// <summary>By its cookie, and not by that of another centre or one made up.</summary>
    [Theory, EachDatabase]
    public async Task A_browser_its_person_signed_in_with_is_known_and_strangers_guesses_do_not_close_it(Database database)
    {
        await using var other = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        using var web = new WebCentre(other.Database, other.Time);
        await other.JoinAsync("ann");
        var own = await SignedInAsync(web);
        for (var guess = 0; guess < Lockout.Tries; guess++)
            await other.SignInAsync("ann", "not this one");
        var stranger = web.Nobody();
        stranger.DefaultRequestHeaders.Add("Cookie", "answerable-browser=made-up");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(stranger)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await SignInAsync(own)).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Ones_sessions_stand_on_ones_account_and_are_ended_there(Database database)
    {
        await using var other = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        using var web = new WebCentre(other.Database, other.Time);
        await other.JoinAsync("ann");
        var (here, there) = (await SignedInAsync(web), await SignedInAsync(web));
        var account = await here.GetStringAsync("/account");
        var session = account.Split("name=\"session\" value=\"")[1].Split('"')[0];
        Assert.Equal(2, account.Split("name=\"session\"").Length);
        Assert.Equal(HttpStatusCode.SeeOther, (await EndAsync(session)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await there.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await EndAsync(session)).StatusCode);
        there = await SignedInAsync(web);
        Assert.Equal(HttpStatusCode.SeeOther, (await EndAsync(null)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await there.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).StatusCode);

        async Task<HttpResponseMessage> EndAsync(string? only)
        {
            var form = new Dictionary<string, string> { ["__RequestVerificationToken"] = await WebCentre.TokenAsync(here, "/account") };
            if (only is not null)
                form["session"] = only;
            return await here.PostAsync("/account/sessions/ending", new FormUrlEncodedContent(form));
        }
    }

    /// <summary>In 0.1.0 whoever had chosen a password stood before the bare sign-in page and did not know whether it was taken.</summary>
    [Theory, EachDatabase]
    public async Task Whoever_has_chosen_a_password_is_told_so_where_they_sign_in_with_it(Database database)
    {
        await using var other = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        using var web = new WebCentre(other.Database, other.Time);
        var link = (await other.DoAsync(new InvitePerson("ann", AtTheDoor.Email("ann"), [Role.Agent], null))).Value.Token;
        var browser = web.Nobody();
        var chosen = await WebCentre.PostAsync(browser, $"/invitations/{link}", "invitation",
            new() { ["Password"] = AtTheDoor.Password, ["Again"] = AtTheDoor.Password });
        var page = await browser.GetStringAsync(chosen.Headers.Location);
        Assert.Contains("Your password is chosen.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Your password is chosen.", await browser.GetStringAsync("/sign-in"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await SignInAsync(browser)).StatusCode);
    }

    /// <summary>By the back button, from a bookmark, or by the form of a tab that stayed open.</summary>
    [Theory, EachDatabase]
    public async Task Whoever_comes_back_to_the_link_they_used_is_told_so_and_led_to_sign_in(Database database)
    {
        await using var other = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        using var web = new WebCentre(other.Database, other.Time);
        var link = (await other.DoAsync(new InvitePerson("ann", AtTheDoor.Email("ann"), [Role.Agent], null))).Value.Token;
        var browser = web.Nobody();
        var token = await WebCentre.TokenAsync(browser, $"/invitations/{link}");
        await other.DoAsync(new AcceptInvitation(link, AtTheDoor.Password, AtTheDoor.Password));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["_handler"] = "invitation",
            ["Password"] = AtTheDoor.NewPassword,
            ["Again"] = AtTheDoor.NewPassword,
        });
        foreach (var answer in (HttpResponseMessage[])
            [await browser.GetAsync($"/invitations/{link}"), await browser.PostAsync($"/invitations/{link}", form)])
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Contains("A password has been chosen by this link, which opens once", page, StringComparison.Ordinal);
            Assert.Contains("href=\"/sign-in\">Sign in</a>", page, StringComparison.Ordinal);
            Assert.DoesNotContain("name=\"Password\"", page, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.Found, (await SignInAsync(browser)).StatusCode);
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient browser) => WebCentre.PostAsync(browser, "/sign-in", "sign-in", new()
    { ["Form.Email"] = AtTheDoor.Email("ann"), ["Form.Password"] = AtTheDoor.Password });

    private static async Task<HttpClient> SignedInAsync(WebCentre web)
    {
        var browser = web.Nobody();
        Assert.Equal(HttpStatusCode.Found, (await SignInAsync(browser)).StatusCode);
        return browser;
    }
}
