using System.Text;
using Answerable.App;
using Answerable.App.Demo;
using Answerable.App.Storage;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>Fills the holes of a page's address with what is there in the demo centre.</summary>
internal sealed class Filled(Product product, Visit visit)
{
    public async Task<string> AddressAsync(string pattern)
    {
        await using var db = product.OpenDb();
        return pattern switch
        {
            _ when !pattern.Contains('{', StringComparison.Ordinal) => pattern,
            "/authority/{Code}" => "/authority/goodwill",
            "/contacts/{Id:guid}" => $"/contacts/{(await HandledAsync(db)).Value}",
            "/contact-types/{Code}" or "/contact-types/{Code}/boundaries" => pattern.Replace("{Code}", "missed-bin", StringComparison.Ordinal),
            "/desk/{Id:guid}" => $"/desk/{(await OnDeskAsync(db)).Value}",
            "/invitations/{Token}" => "/invitations/none-such",
            "/measures/{Name}" or "/measures/{Name}/definition" => pattern.Replace("{Name}", "service-level-f3", StringComparison.Ordinal),
            "/people/{Id:guid}" => $"/people/{DemoPeople.Accounts[0].Id}",
            "/referrals/{Id:guid}" => $"/referrals/{(await db.Referrals.FirstAsync(row => row.Kind == FactKind.Demo && row.State == ReferralState.Open)).Id}",
            "/workbench/{Id:guid}" => await SeriesAsync(),
            "/workbench/scenarios/{Id:guid}" => await ScenarioAsync(),
            _ when pattern.StartsWith("/procedures/", StringComparison.Ordinal) => await ProcedureAsync(db, pattern),
            "/imports/{Id:guid}" => await ImportedAsync("asterisk-queue-log", "1769500000|1769500000.1|support|NONE|ENTERQUEUE||0123|1\n"),
            "/imports/{Id:guid}/columns" => await ImportedAsync("generic-csv", "id,queue,arrived\n1,support,2026-01-27 09:00:00\n"),
            _ => throw new InvalidOperationException($"Say here what {pattern} is looked at with."),
        };
    }

    private static async Task<string> ProcedureAsync(AnswerableDb db, string pattern)
    {
        var type = await db.ContactTypes.SingleAsync(row => row.Code == "missed-bin");
        var procedure = await db.Procedures.SingleAsync(row => row.ContactType == type.Id);
        var drafted = pattern.EndsWith("/outline", StringComparison.Ordinal) || pattern.EndsWith("/publication", StringComparison.Ordinal) || pattern.EndsWith("/withdrawal", StringComparison.Ordinal);
        var version = await db.Versions.Where(row => row.Procedure == procedure.Id && row.State == (drafted ? VersionState.Draft : VersionState.Published)).FirstAsync();
        var address = pattern.Replace("{Id:guid}", $"{procedure.Id}", StringComparison.Ordinal).Replace("{Number:int}", $"{version.Number}", StringComparison.Ordinal);
        return pattern.EndsWith("/comparison", StringComparison.Ordinal) ? $"{address}?before=1&after=2" : address;
    }

    /// <summary>Brings a small file in, and says where it is looked at.</summary>
    private async Task<string> ImportedAsync(string profile, string text)
    {
        await visit.Page.GotoAsync("/imports");
        await visit.Field("What kind of file").SelectOptionAsync(profile);
        await visit.Page.GetByLabel("File, up to").SetInputFilesAsync(new FilePayload { Name = $"{profile}.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await visit.Button("Check this file").ClickAsync();
        await visit.Page.WaitForURLAsync(url => url.Contains("/imports/", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        // While a file is read through, its page shows itself again and again.
        await Assertions.Expect(visit.Page.GetByText("Ready to start").Or(visit.Page.GetByText("its first rows stand below"))).ToBeVisibleAsync();
        return new Uri(visit.Page.Url).PathAndQuery;
    }

    /// <summary>Takes a series of contacts from the journal onto the workbench.</summary>
    private async Task<string> SeriesAsync()
    {
        await visit.Page.GotoAsync("/workbench");
        var form = visit.Page.GetByRole(AriaRole.Form).Filter(new() { Has = visit.Button("Take these contacts") });
        await form.GetByLabel("Name of the series").FillAsync($"Calls {Ids.New().ToString("N")[^6..]}");
        await visit.Button("Take these contacts").ClickAsync();
        await visit.Page.WaitForURLAsync(url => url.Contains("/workbench/", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        return new Uri(visit.Page.Url).PathAndQuery;
    }

    private async Task<string> ScenarioAsync()
    {
        await SeriesAsync();
        var form = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Keep this as a scenario" });
        await form.GetByLabel("Name").FillAsync($"A tenth more {Ids.New().ToString("N")[^6..]}");
        await visit.Button("Save the scenario").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Rename" }).First.ClickAsync();
        await visit.Page.WaitForURLAsync(url => url.Contains("/scenarios/", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        return new Uri(visit.Page.Url).PathAndQuery;
    }

    private static async Task<ContactId> HandledAsync(AnswerableDb db) =>
        (await db.Contacts.Where(row => row.State == ContactState.Handled).OrderByDescending(row => row.ArrivedAt).FirstAsync()).Id;

    private static async Task<ContactId> OnDeskAsync(AnswerableDb db)
    {
        var agent = DemoPeople.Of("Jamal Francis").Id;
        return (await db.Handlings.FirstAsync(row => row.Agent == agent && row.ClosedAt == null)).Contact;
    }
}
