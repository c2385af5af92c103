using System.Net;
using System.Text.RegularExpressions;
using Answerable.App.Conduct;
using Answerable.App.People;
using Answerable.DatabaseTests.Web;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.People;

/// <summary>Sign-in as a browser meets it, on a server that is one node; what an administrator does comes from another.</summary>
public sealed partial class SignInPagesTests
{
    [Theory, EachDatabase]
    public async Task What_another_node_changes_ends_a_session_within_seconds(Database database)
    {
        await using var other = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        using var web = new WebCentre(other.Database, other.Time);
        foreach (var meanwhile in Enum.GetValues<RacesTests.Meanwhile>())
        {
            var person = await other.JoinAsync($"{meanwhile}");
            var browser = await SignedInAsync(web, $"{meanwhile}");
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);
            await other.GiveAsync(meanwhile, person.Id);
            other.Time.Pass(TimeSpan.FromSeconds(2));
            await AssertSignedOutAsync(browser);
        }
    }

    [Theory, EachDatabase]
    public async Task Whoever_is_moved_by_another_node_goes_on_and_sees_their_new_team(Database database)
    {
        await using var other = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        using var web = new WebCentre(other.Database, other.Time);
        var (ann, ben) = (await other.JoinAsync("ann", Role.TeamLeader), await other.JoinAsync("ben"));
        var roads = (await other.DoAsync(new FormTeam("Roads"))).Value;
        await other.DoAsync(new PlacePerson(ben.Id, roads, [Role.Agent]));
        var contact = (await other.DoAsync(new StartContact(Channel.Phone), ben with { Team = roads })).Value;
        var browser = await SignedInAsync(web, "ann");
        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync($"/contacts/{contact}")).StatusCode);
        await other.DoAsync(new PlacePerson(ann.Id, roads, [Role.TeamLeader]));
        other.Time.Pass(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/contacts/{contact}")).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Whoever_changes_their_password_stays_signed_in_there_and_nowhere_else(Database database)
    {
        await using var other = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        using var web = new WebCentre(other.Database, other.Time);
        await other.JoinAsync("ann");
        var (here, elsewhere) = (await SignedInAsync(web, "ann"), await SignedInAsync(web, "ann"));
        var wrong = await WebCentre.PostAsync(here, "/account/password", "password", Change("not this one"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("That is not your password now.", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await WebCentre.PostAsync(here, "/account/password", "password", Change(AtTheDoor.Password))).StatusCode);
        other.Time.Pass(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).StatusCode);
        await AssertSignedOutAsync(elsewhere);
        await SignedInAsync(web, "ann", AtTheDoor.NewPassword);

        static Dictionary<string, string> Change(string now) =>
            new() { ["Current"] = now, ["Password"] = AtTheDoor.NewPassword, ["Again"] = AtTheDoor.NewPassword };
    }

    [Theory, EachDatabase]
    public async Task A_second_factor_is_set_used_and_taken_off_and_looking_at_its_page_changes_nothing(Database database)
    {
        await using var other = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        using var web = new WebCentre(other.Database, other.Time);
        var ann = await other.JoinAsync("ann");
        var browser = await SignedInAsync(web, "ann");
        var key = HiddenKey().Match(await browser.GetStringAsync("/account/second-factor")).Groups[1].Value;
        other.Time.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);
        var wrong = await WebCentre.PostAsync(browser, "/account/second-factor", "turn-on", new()
        { ["Key"] = key, ["Code"] = CodeOf(key), ["Current"] = "not this one" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var said = await wrong.Content.ReadAsStringAsync();
        Assert.Contains("That is not your password now.", said, StringComparison.Ordinal);
        // The square that was scanned still holds.
        Assert.Equal(key, HiddenKey().Match(said).Groups[1].Value);
        var on = await WebCentre.PostAsync(browser, "/account/second-factor", "turn-on", new()
        { ["Key"] = key, ["Code"] = CodeOf(key), ["Current"] = AtTheDoor.Password });
        Assert.Equal(10, RecoveryCode().Count(await on.Content.ReadAsStringAsync()));
        // A second tab that showed the square before.
        var again = await WebCentre.PostAsync(browser, "/account/second-factor", "turn-on", new()
        { ["Key"] = key, ["Code"] = CodeOf(key), ["Current"] = AtTheDoor.Password });
        Assert.Contains("Your second factor is on already.", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        other.Time.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);

        var halfWay = web.Nobody();
        var asked = await WebCentre.PostAsync(halfWay, "/sign-in", "sign-in", new()
        { ["Form.Email"] = AtTheDoor.Email("ann"), ["Form.Password"] = AtTheDoor.Password });
        Assert.StartsWith("/sign-in/second-factor", SentTo(asked), StringComparison.Ordinal);
        await AssertSignedOutAsync(halfWay);
        var code = new Dictionary<string, string> { ["Code"] = CodeOf(key) };
        Assert.Equal(HttpStatusCode.Found, (await WebCentre.PostAsync(halfWay, "/sign-in/second-factor", "second-factor", code)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await halfWay.GetAsync("/account")).StatusCode);

        var off = await WebCentre.PostAsync(browser, "/account/second-factor", "turn-off", new() { ["Current"] = AtTheDoor.Password });
        Assert.Equal(HttpStatusCode.Found, off.StatusCode);
        Assert.False((await other.AskAsync(new OwnAccount(), ann)).Value.SecondFactor);
        other.Time.Pass(TimeSpan.FromSeconds(2));
        await AssertSignedOutAsync(halfWay);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);

        string CodeOf(string of) => OneTimeCode.At(of, other.Time.GetUtcNow());
    }

    [Theory, EachDatabase]
    public async Task Turned_away_one_is_told_why_and_has_no_session(Database database)
    {
        await using var other = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        using var web = new WebCentre(other.Database, other.Time);
        await other.JoinAsync("ann");
        var browser = web.Nobody();
        for (var tried = 0; tried <= Lockout.Tries; tried++)
        {
            var answer = await WebCentre.PostAsync(browser, "/sign-in", "sign-in", new()
            { ["Form.Email"] = AtTheDoor.Email("ann"), ["Form.Password"] = "not this one" });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(tried < Lockout.Tries
                ? "The address or the password is wrong."
                : "Too many wrong tries.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await WebCentre.PostAsync(browser, "/sign-in", "sign-in", [])).StatusCode);
        Assert.Equal("/sign-in",
            SentTo(await WebCentre.PostAsync(browser, "/sign-in/second-factor", "second-factor", new() { ["Code"] = "123456" })));
        await AssertSignedOutAsync(browser);
    }

    /// <summary>As one who copied the cookie would come: with a browser that knows nothing but that.</summary>
    [Theory, EachDatabase]
    public async Task A_copied_cookie_opens_nothing_after_signing_out_on_any_node_and_other_sessions_go_on(Database database)
    {
        await using var other = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        using var web = new WebCentre(other.Database, other.Time);
        // A file has one server; on PostgreSQL there is a second.
        using var further = database == Database.Postgres ? new WebCentre(other.Database, other.Time) : null;
        var second = further ?? web;
        await other.JoinAsync("ann");
        var (here, elsewhere) = (web.Nobody(), await SignedInAsync(web, "ann"));
        var cookie = (await SignInAsync(here, "ann")).Headers.GetValues("Set-Cookie")
            .Single(set => set.StartsWith("answerable=", StringComparison.Ordinal)).Split(';')[0];
        foreach (var node in (WebCentre[])[web, second])
            Assert.Equal(HttpStatusCode.OK, (await ReplayedAsync(node, cookie)).StatusCode);
        var token = await WebCentre.TokenAsync(here, "/account/password");
        using var signsOut = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token });
        Assert.Equal("/sign-in", SentTo(await here.PostAsync("/sign-out", signsOut)));
        other.Time.Pass(TimeSpan.FromSeconds(2));
        foreach (var node in (WebCentre[])[web, second])
            Assert.StartsWith("/sign-in?", SentTo(await ReplayedAsync(node, cookie)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await SignedInAsync(second, "ann")).GetAsync("/account")).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Ended_sessions_are_forgotten_once_no_cookie_of_theirs_can_be_left(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        for (var shift = 0; shift < 5; shift++)
        {
            var session = (await centre.SignInAsync("ann")).Opened();
            await centre.DoAsync(new SignOut(session.Id), ann);
            await centre.DoAsync(new SignOut(session.Id), ann);
            Assert.False(await centre.StandsAsync(session));
            centre.Time.Pass(Session.Lifetime);
            Assert.False(await centre.StandsAsync(session));
        }
        await using var db = centre.OpenDb();
        Assert.Equal(2, await db.Set<SessionRow>().CountAsync());
    }

    /// <summary>One that began before sessions had numbers cannot be told from the person's others.</summary>
    [Theory, EachDatabase]
    public async Task A_session_without_a_number_ends_with_all_of_its_person(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        var session = (await centre.SignInAsync("ann")).Opened();
        var sessions = centre.Services.GetRequiredService<Sessions>();
        var old = session.Shown with { Id = null };
        Assert.NotNull(await sessions.PlaceAsync(old));
        await centre.DoAsync(new SignOut(), ann);
        Assert.Null(await sessions.PlaceNowAsync(old));
        Assert.Null(await sessions.PlaceNowAsync(session.Shown));
    }

    private static async Task<HttpResponseMessage> ReplayedAsync(WebCentre node, string cookie)
    {
        using var client = node.Nobody();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account");
        request.Headers.Add("Cookie", cookie);
        return await client.SendAsync(request);
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string name) =>
        WebCentre.PostAsync(browser, "/sign-in", "sign-in", new()
        { ["Form.Email"] = AtTheDoor.Email(name), ["Form.Password"] = AtTheDoor.Password });

    private static async Task<HttpClient> SignedInAsync(WebCentre web, string name, string password = AtTheDoor.Password)
    {
        var browser = web.Nobody();
        var answer =
            await WebCentre.PostAsync(browser, "/sign-in", "sign-in", new() { ["Form.Email"] = AtTheDoor.Email(name), ["Form.Password"] = password });
        Assert.Equal("/", SentTo(answer));
        return browser;
    }

    private static async Task AssertSignedOutAsync(HttpClient browser)
    {
        var answer = await browser.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.StartsWith("/sign-in?", SentTo(answer), StringComparison.Ordinal);
    }

    private static string SentTo(HttpResponseMessage answer) =>
        new Uri(answer.RequestMessage!.RequestUri!, answer.Headers.Location
        ?? throw new InvalidOperationException($"Sent nowhere: {answer.StatusCode}")).PathAndQuery;

    [GeneratedRegex("name=\"Key\" value=\"([^\"]+)\"")]
    private static partial Regex HiddenKey();

    [GeneratedRegex("<code>[0-9A-Z]{5}-[0-9A-Z]{5}</code>")]
    private static partial Regex RecoveryCode();
}
