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
