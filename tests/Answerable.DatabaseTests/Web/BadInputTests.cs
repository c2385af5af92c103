using System.Net;
using Answerable.Model.People;

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
