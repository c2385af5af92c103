using System.Net;
using Answerable.App.Privacy;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.Web;

/// <summary>A filter that cannot be read is refused, in a sentence: left aside it would show everybody's as if they were those asked for.</summary>
public sealed class AskedTests
{
    private static readonly (Role Role, string Address)[] Unread =
    [
        (Role.Compliance, "/customers/looks?customer=KD-SEEADLER"), (Role.Compliance, "/customers/looks?person=KD-SEEADLER"),
        (Role.Compliance, "/customers/looks?from=KD-SEEADLER"), (Role.Compliance, "/customers/looks?last=KD-SEEADLER"),
        (Role.Compliance, "/customers/looks.csv?customer=KD-SEEADLER"), (Role.Compliance, "/customers/looks.csv?from=KD-SEEADLER"),
        (Role.Manager, "/contacts?state=KD-SEEADLER"), (Role.Manager, "/contacts?part=KD-SEEADLER"),
        (Role.Manager, "/contacts?from=KD-SEEADLER"), (Role.Manager, "/contacts?direction=KD-SEEADLER"),
        (Role.Manager, "/contacts?after=KD-SEEADLER"), (Role.Manager, "/contacts?kind=KD-SEEADLER"),
        (Role.Manager, "/contacts.csv?state=KD-SEEADLER"), (Role.Manager, "/contacts.csv?last=KD-SEEADLER"),
        (Role.Manager, "/measures?kind=KD-SEEADLER"), (Role.Manager, "/measures/contacts/figures.csv?from=KD-SEEADLER"),
        (Role.Planner, "/imports?state=KD-SEEADLER"),
        (Role.Administrator, "/people?team=KD-SEEADLER"), (Role.Administrator, "/people?role=KD-SEEADLER"),
        (Role.Manager, "/authority?at=KD-SEEADLER"), (Role.Designer, "/procedures?show=KD-SEEADLER"),
        (Role.Designer, "/contact-types?kind=KD-SEEADLER"), (Role.TeamLeader, "/referrals?show=KD-SEEADLER"),
    ];

    [Fact]
    public async Task What_cannot_be_read_of_an_address_is_refused_and_nothing_is_shown()
    {
        await using var centre = new WebCentre();
        foreach (var ofRole in Unread.GroupBy(one => one.Role))
        {
            var client = await centre.SignedInAsync(ofRole.Key);
            foreach (var (_, address) in ofRole)
            {
                using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
                var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{address}: {answer.StatusCode}");
                Assert.Contains("in the address is not", page, StringComparison.Ordinal);
                Assert.DoesNotContain("<table", page, StringComparison.Ordinal);
                using var without = await client.GetAsync(address.Split('?')[0], TestContext.Current.CancellationToken);
                Assert.True(without.StatusCode == HttpStatusCode.OK, $"{address.Split('?')[0]}: {without.StatusCode}");
            }
        }
    }

    /// <summary>By the one form: the reference is looked up, and of one that nobody has nothing is shown.</summary>
    [Fact]
    public async Task A_customers_reference_is_asked_for_by_a_form_and_stands_in_no_address()
    {
        await using var centre = new WebCentre();
        var customer = (await centre.Dispatcher.DoAsync(new KnowCustomers(["KD-SEEADLER"]), Actor.System)).Value["KD-SEEADLER"];
        var client = await centre.SignedInAsync(Role.Compliance);
        using var found = await SeekAsync(client, "KD-SEEADLER");
        var to = found.RequestMessage!.RequestUri + " " + found.Headers.Location;
        Assert.Contains($"customer={customer}", to, StringComparison.Ordinal);
        Assert.DoesNotContain("SEEADLER", to, StringComparison.Ordinal);
        using var erased = await SeekAsync(client, $"{Guid.Empty:D}");
        Assert.Contains($"customer={Guid.Empty}", erased.RequestMessage!.RequestUri + " " + erased.Headers.Location, StringComparison.Ordinal);
        using var nobody = await SeekAsync(client, "KD-OTHER");
        var page = await nobody.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.StatusCode);
        Assert.Contains("No customer is known by this reference", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<table", page, StringComparison.Ordinal);
        using var day = await SeekAsync(client, "", "soon");
        Assert.Contains("is not a day: write it as 2026-10-09",
            await day.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SeekAsync(HttpClient client, string reference, string first = "2026-01-01") =>
        WebCentre.PostAsync(client, "/customers/looks", "seek", new Dictionary<string, string>
        {
            ["Form.First"] = first,
            ["Form.Last"] = "2026-12-31",
            ["Form.Person"] = "",
            ["Form.Customer"] = "",
            ["Form.Reference"] = reference,
        });
}
