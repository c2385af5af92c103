using Answerable.App.Contacts;
using Answerable.App.Journal;
using Answerable.App.Privacy;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Web;

/// <summary>Pages say what has become of what was sent, and of what they show.</summary>
public sealed class KeptNoteTests
{
    [Fact]
    public async Task A_form_that_comes_back_to_its_own_page_says_once_that_it_was_kept()
    {
        await using var centre = new WebCentre();
        var client = await centre.SignedInAsync(Role.Administrator);
        using var sent = new HttpRequestMessage(HttpMethod.Post, "/centre/special-days");
        sent.Headers.Referrer = new Uri(client.BaseAddress!, "/centre");
        sent.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = await WebCentre.TokenAsync(client, "/centre"),
            ["Special.Date"] = "2030-12-24",
            ["Special.Open"] = "10:00 – 16:00",
            ["Special.Why"] = "Christmas Eve",
        });
        using var answer = await client.SendAsync(sent, TestContext.Current.CancellationToken);
        var page = answer.Headers.Location is null ? await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            : await client.GetStringAsync("/centre", TestContext.Current.CancellationToken);
        Assert.Contains("role=\"status\" data-kept", page, StringComparison.Ordinal);
        Assert.Contains("10:00-16:00", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-kept", await client.GetStringAsync("/centre", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_that_was_open_when_its_customer_was_erased_says_one_thing_of_its_state_and_its_customer()
    {
        await using var centre = new WebCentre();
        var customer = (await centre.Dispatcher.DoAsync(new KnowCustomers(["AC-77"]), Actor.System)).Value["AC-77"];
        var (id, now) = (App.Ids.New(), centre.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        await centre.Services.GetRequiredService<Writer>().AppendAsync([Entry.Of(new ContactArrived(Channel.Phone, "general", null, customer), now,
            FactKind.Live, "test", "1", id, null)]);
        Assert.True((await centre.Dispatcher.DoAsync(new EraseCustomer("AC-77", "Request"), Actor.System)).Allowed);
        var client = await centre.SignedInAsync(Role.Manager);
        var page = await client.GetStringAsync($"/contacts/{id}", TestContext.Current.CancellationToken);
        Assert.Contains("Waiting: open, and goes on without a customer", page, StringComparison.Ordinal);
        Assert.Contains("<dd>Erased ", page, StringComparison.Ordinal);
    }
}
