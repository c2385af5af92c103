using System.Net;
using System.Text.RegularExpressions;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.Web;

public sealed class MaskedAddressTests(OneCentre one) : IClassFixture<OneCentre>
{
    [Theory]
    [InlineData("/go?words=4111+1111+1111+1111", "/go?words=4111%2011%2A%2A%20%2A%2A%2A%2A%201111")]
    [InlineData("/desk?search=a%204111-1111-1111-1111&page=2", "/desk?search=a%204111-11%2A%2A-%2A%2A%2A%2A-1111&page=2")]
    public async Task A_card_number_that_is_looked_for_stands_in_no_address(string asked, string told)
    {
        var agent = await one.Web.SignedInAsync(Role.Agent);
        using var answer = await agent.GetAsync(asked);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(Uri.UnescapeDataString(told), Uri.UnescapeDataString(answer.Headers.Location!.ToString()));
        Assert.DoesNotContain("4111+1111", answer.Headers.Location.ToString(), StringComparison.Ordinal);
        using var again = await agent.GetAsync(answer.Headers.Location);
        Assert.NotEqual(answer.Headers.Location, again.Headers.Location);
    }

    /// <summary>A customer's reference is looked for in what is sent, not in an address that browsers and proxies keep.</summary>
    [Fact]
    public async Task What_is_looked_for_is_posted_by_the_page_and_by_the_list_over_every_page()
    {
        var agent = await one.Web.SignedInAsync(Role.Agent);
        var page = await agent.GetStringAsync("/go");
        Assert.Equal(2, Regex.Count(page, "<form[^>]*method=\"post\"[^>]*action=\"/go\""));
        Assert.DoesNotMatch("<form[^>]*method=\"get\"[^>]*action=\"/go\"", page);
        using var found = await WebCentre.PostAsync(agent, "/go", "go", new Dictionary<string, string> { ["words"] = "your acc" });
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        Assert.Contains("<a href=\"/account\">Your account</a>", await found.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/go?words=4111+1111+1111+1111")]
    [InlineData("/sign-in?back=%2Fgo%3Fwords%3D4111%25201111%25201111%25201111%26page%3D2")]
    public async Task Whoever_is_signed_out_is_sent_to_sign_in_and_back_without_it(string asked)
    {
        var nobody = one.Web.Nobody();
        var told = new List<string>();
        for (var address = (Uri?)new Uri(asked, UriKind.Relative); address is not null && told.Count < 5; address = await NextAsync(address))
            told.Add(Uri.UnescapeDataString(Uri.UnescapeDataString(address.ToString())));
        Assert.Contains(told, address => address.StartsWith("/sign-in?back=/go?words=4111 11** **** 1111", StringComparison.Ordinal)
            || address.Contains("/sign-in?back=/go?words=4111 11** **** 1111", StringComparison.Ordinal));
        Assert.DoesNotContain("4111 1111", string.Concat(told.Skip(1)).Replace('+', ' '), StringComparison.Ordinal);

        async Task<Uri?> NextAsync(Uri address)
        {
            using var answer = await nobody.GetAsync(address);
            return answer.Headers.Location;
        }
    }

    [Fact]
    public async Task Nobody_is_sent_to_another_server()
    {
        using var answer = await one.Web.Nobody().GetAsync("http://localhost//elsewhere.example/?words=4111111111111111");
        Assert.DoesNotContain("elsewhere", answer.Headers.Location?.ToString() ?? "", StringComparison.Ordinal);
    }
}
