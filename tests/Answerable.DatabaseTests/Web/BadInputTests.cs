using System.Net;
using System.Text.RegularExpressions;
using Answerable.App.Keys;
using Answerable.App.People;
using Answerable.Model.People;
using Answerable.Web.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Answerable.DatabaseTests.Web;

public sealed class BadInputTests(OneCentre one) : IClassFixture<OneCentre>
{
    [Fact]
    public async Task A_form_without_its_token_gets_a_sentence()
    {
        var centre = one.Web;
        var client = await centre.SignedInAsync(Role.Administrator);
        var answer = await client.PostAsync("/teams/formation", new FormUrlEncodedContent([new("_handler", "team"), new("Name", "x")]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await SaysAsync(answer, "This form is no longer good");
    }

    [Fact]
    public async Task A_form_with_something_missing_gets_a_sentence()
    {
        var centre = one.Web;
        var answer = await centre.Nobody().PostAsync("/theme", new FormUrlEncodedContent([new("back", "/")]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await SaysAsync(answer, "This form is no longer good");
    }

    [Fact]
    public async Task An_address_that_is_not_there_says_so_to_everybody()
    {
        var centre = one.Web;
        foreach (var client in (HttpClient[])[centre.Nobody(), await centre.SignedInAsync(Role.Agent)])
        {
            var answer = await client.GetAsync("/nowhere?a=1");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            await SaysAsync(answer, "There is nothing at this address");
            await SaysAsync(answer, "href=\"/nowhere?a=1#main\"");
        }
    }

    [Theory]
    [InlineData("/contact-types/%C3%A9")]
    [InlineData("/%C3%A9")]
    [InlineData("/%09/evil.example")]
    [InlineData("/%0D%0A/evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/%5Cevil.example")]
    public async Task Colours_chosen_where_there_is_nothing_come_back_here_and_nowhere_else(string address)
    {
        var client = await one.Web.SignedInAsync(Role.Administrator);
        var page = await (await client.GetAsync(new Uri(client.BaseAddress + address[1..]))).Content.ReadAsStringAsync();
        var back = WebUtility.HtmlDecode(Regex.Match(page, "name=\"back\" value=\"([^\"]*)\"").Groups[1].Value);
        foreach (var sent in (string[])[back, Uri.UnescapeDataString(address)])
        {
            var answer = await client.PostAsync("/theme", new FormUrlEncodedContent(
                [new("theme", "dark"), new("back", sent), new("__RequestVerificationToken", await WebCentre.TokenAsync(client, "/"))]));
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            Assert.Matches("^/($|[!-.0-\\[\\]-~])[!-~]*$", answer.Headers.GetValues("Location").Single());
        }
    }

    [Fact]
    public async Task Signing_in_goes_back_to_an_address_of_letters_outside_ascii_escaped()
    {
        await one.Web.SignedInAsync(Role.Manager);
        var answer = await WebCentre.PostAsync(one.Web.Nobody(), "/sign-in?back=/é", "sign-in",
            new() { ["Form.Email"] = "Manager@test.example", ["Form.Password"] = WebCentre.Password });
        Assert.Equal("/%C3%A9", new Uri(new Uri("http://here"), answer.Headers.GetValues("Location").Single()).AbsolutePath);

        // This server takes any letter in a header, where the real one breaks: nothing but the page may have written it.
        var options = one.Web.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SessionCookie.Scheme);
        var http = new DefaultHttpContext();
        await options.Events.RedirectToReturnUrl(new RedirectContext<CookieAuthenticationOptions>(
            http, new AuthenticationScheme(SessionCookie.Scheme, null, typeof(CookieAuthenticationHandler)), options, new(), "/é"));
        Assert.Empty(http.Response.Headers.Location.ToString());
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/sign-in")]
    [InlineData("/desk")]
    [InlineData("/nowhere")]
    [InlineData("/site.css")]
    [InlineData("/desk/events")]
    public async Task Head_is_answered_as_get_is_without_a_body(string address)
    {
        var client = await one.Web.SignedInAsync(Role.Agent);
        using var get = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
        Assert.Equal((get.StatusCode, get.Content.Headers.ContentType), (head.StatusCode, head.Content.Headers.ContentType));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/.env")]
    [InlineData("/robots.txt")]
    [InlineData("/people/x.php")]
    public async Task An_address_with_a_dot_is_not_there_either(string address)
    {
        foreach (var client in (HttpClient[])[one.Web.Nobody(), await one.Web.SignedInAsync(Role.Agent)])
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("/contacts?page=abc")]
    [InlineData("/contacts?page=99999999999")]
    [InlineData("/people?page=1.5")]
    [InlineData("/people?deactivated=perhaps")]
    [InlineData("/imports?page=x")]
    public async Task An_address_that_asks_for_no_number_is_answered_in_a_sentence(string address)
    {
        var client = await one.Web.SignedInAsync(Role.Manager);
        var answer = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await SaysAsync(answer, "That could not be read");
    }

    [Theory]
    [InlineData("/contacts?from=9999-12-31&last=9999-12-31")]
    [InlineData("/contacts.csv?from=0001-01-01&last=9999-12-31")]
    [InlineData("/agents?last=9999-12-31")]
    [InlineData("/measures?from=9999-12-31&last=9999-12-31")]
    [InlineData("/measures/fcr?from=0001-01-01&last=0001-01-01")]
    [InlineData("/authority?at=9999-12-31")]
    [InlineData("/contacts?page=-1")]
    [InlineData("/contacts?page=")]
    [InlineData("/people?deactivated=&page=")]
    public async Task Days_at_the_edges_of_the_calendar_break_no_page(string address)
    {
        var client = await one.Web.SignedInAsync(Role.Manager);
        var answer = await client.GetAsync(address);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{address}: {answer.StatusCode}");
    }

    [Fact]
    public async Task What_was_typed_stays_when_it_is_refused()
    {
        var centre = one.Web;
        var client = await centre.SignedInAsync(Role.Administrator);
        var answer = await WebCentre.PostAsync(client, "/people/invitation", "invitation", new()
        { ["Form.Name"] = "Long Name", ["Form.Email"] = "no address" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        await SaysAsync(answer, "value=\"Long Name\"");
        await SaysAsync(answer, "Give an e-mail address");
    }

    [Theory]
    [InlineData("Agent,Administrator")]
    [InlineData("21")]
    [InlineData("Wizard")]
    public async Task Nobody_is_invited_in_a_role_by_a_list_or_a_number(string role)
    {
        var client = await one.Web.SignedInAsync(Role.Administrator);
        var email = $"{App.Ids.New():N}@centre.example";
        var answer = await WebCentre.PostAsync(client, "/people/invitation", "invitation",
            new() { ["Form.Name"] = "Sly", ["Form.Email"] = email, ["Form.Roles"] = role });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        await SaysAsync(answer, "is none of the choices here");
        Assert.Empty((await one.Web.Dispatcher.AskAsync(new PeopleList(email), Actor.System)).Value.People);
    }

    [Theory]
    [InlineData("/desk/presence", "to", "-1")]
    [InlineData("/desk/presence", "to", "Break,Ready")]
    [InlineData("/desk/contacts", "channel", "Phone,Email")]
    [InlineData("/desk/contacts", "channel", "99")]
    public async Task A_choice_of_the_desk_that_is_none_is_refused(string address, string field, string value)
    {
        var client = await one.Web.SignedInAsync(Role.Agent);
        var answer = await client.PostAsync(address, new FormUrlEncodedContent(
            [new(field, value), new("__RequestVerificationToken", await WebCentre.TokenAsync(client, "/"))]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        await SaysAsync(answer, "Choose one of the");
    }

    [Theory]
    [InlineData("\u200b")]
    [InlineData("\u0001")]
    [InlineData("\u3164")]
    public async Task A_name_that_shows_nothing_is_none(string name)
    {
        Assert.Equal("Name", (await one.Web.Dispatcher.DoAsync(new FormTeam(name), Actor.System)).Refusals[0].Field);
        Assert.Contains((await one.Web.Dispatcher.DoAsync(new InvitePerson(name, "shown@centre.example", [Role.Agent], null), Actor.System)).Refusals,
            refusal => refusal.Field == "Name");
        Assert.Equal("Name", (await one.Web.Dispatcher.DoAsync(new CreateKey(name), Actor.System)).Refusals[0].Field);
    }

    [Fact]
    public async Task Words_longer_than_anybody_types_are_kept_by_no_act()
    {
        var refusal = (await one.Web.Dispatcher.DoAsync(new FormTeam(new string('x', 100_000)), Actor.System)).Refusals[0];
        Assert.Equal(("text.too-long", "Name"), (refusal.Code, refusal.Field));
    }

    [Fact]
    public async Task Colours_there_are_none_of_are_refused()
    {
        var client = await one.Web.SignedInAsync(Role.Agent);
        var answer = await client.PostAsync("/theme", new FormUrlEncodedContent(
            [new("theme", "99"), new("back", "/"), new("__RequestVerificationToken", await WebCentre.TokenAsync(client, "/"))]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        await SaysAsync(answer, "Choose one of the colours");
    }

    [Fact]
    public async Task A_key_longer_than_any_is_refused()
    {
        var client = await one.Web.SignedInAsync(Role.Agent);
        var answer = await WebCentre.PostAsync(client, "/account/second-factor", "turn-on",
            new() { ["Key"] = new string('A', 200_000), ["Code"] = "123456" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("31/12/9999")]
    [InlineData("0001-01-01")]
    [InlineData("10 September")]
    public async Task A_day_at_the_edge_of_the_calendar_is_refused_at_its_field(string day)
    {
        var client = await one.Web.SignedInAsync(Role.Manager);
        var kpi = await WebCentre.PostAsync(client, "/measures/service-level-f5/definition", "definition", new()
        {
            ["Model.From"] = day,
            ["Model.Threshold"] = "20",
            ["Model.ShortAbandon"] = "5",
            ["Model.Window"] = "7",
            ["Model.Reason"] = "Try",
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, kpi.StatusCode);
    }

    [Fact]
    public async Task Every_answer_carries_the_headers_of_safety()
    {
        var centre = one.Web;
        var answer = await centre.Nobody().GetAsync("/sign-in");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
    }

    private static async Task SaysAsync(HttpResponseMessage answer, string words)
    {
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", page, StringComparison.Ordinal);
    }
}
