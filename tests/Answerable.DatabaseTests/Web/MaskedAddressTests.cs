using System.Net;
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

    [Fact]
    public async Task Nobody_is_sent_to_another_server()
    {
        using var answer = await one.Web.Nobody().GetAsync("http://localhost//elsewhere.example/?words=4111111111111111");
        Assert.DoesNotContain("elsewhere", answer.Headers.Location?.ToString() ?? "", StringComparison.Ordinal);
    }
}
