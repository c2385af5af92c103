using Answerable.App.Import;
using Answerable.App.Privacy;
using Answerable.DatabaseTests.Web;
using Answerable.Model.People;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Privacy;

/// <summary>Erasing by the page.</summary>
public sealed class ErasurePageTests
{
    [Fact]
    public async Task What_becomes_of_files_that_name_them_is_said_before_it_is_done_and_after_and_on_the_files_page()
    {
        await using var centre = new WebCentre();
        await centre.Dispatcher.DoAsync(new KnowCustomers(["ERASEME-7731", "PLAIN-1"]), Actor.System);
        await using var stream = new MemoryStream("Ref,Start,Customer\n1,2026-07-01 09:00,eraseme-7731\n"u8.ToArray());
        var kept = await centre.Services.GetRequiredService<ImportFolder>()
            .KeepAsync(stream, "calls.csv", 1000, TestContext.Current.CancellationToken);
        var id = (await centre.Dispatcher.DoAsync(new BringFile("generic-csv", kept!), Actor.System)).Value.Id;
        var client = await centre.SignedInAsync(Role.Compliance);

        Assert.Contains("Erased</h2>", await EraseAsync(client, "PLAIN-1", ""), StringComparison.Ordinal);
        var before = await EraseAsync(client, "ERASEME-7731", "");
        Assert.Contains("Nothing is erased yet", before, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/imports/{id}\">calls.csv</a>: none of its rows brought in", before, StringComparison.Ordinal);
        Assert.True((await centre.Dispatcher.AskAsync(new ErasureForeseen("ERASEME-7731"), Actor.System)).Allowed);

        var after = await EraseAsync(client, "ERASEME-7731", $"ERASEME-7731 {id}");
        Assert.Contains("1 file that names the customer was put away", after, StringComparison.Ordinal);
        var planner = await centre.SignedInAsync(Role.Planner);
        var page = await planner.GetStringAsync($"/imports/{id}", TestContext.Current.CancellationToken);
        Assert.Contains("A customer whom it names was erased. This was done by", page, StringComparison.Ordinal);
        Assert.Contains("None of its rows were brought in.", page, StringComparison.Ordinal);
        Assert.Contains("calls.csv", await planner.GetStringAsync("/imports", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<string> EraseAsync(HttpClient client, string reference, string told)
    {
        using var answer = await WebCentre.PostAsync(client, "/customers/erasure", "erasure", new Dictionary<string, string>
        {
            ["Form.Reference"] = reference,
            ["Form.Reason"] = "Request",
            ["Form.Told"] = told,
        });
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
