using System.Text;
using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

public sealed class NothingToImportTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task A_file_of_which_no_row_can_be_imported_says_so_and_offers_no_import()
    {
        var visit = await SignedInAsync(Role.Manager);
        await visit.Page.GotoAsync("/imports");
        await visit.Field("What kind of file").SelectOptionAsync("asterisk-queue-log");
        await visit.Page.GetByLabel("File, up to").SetInputFilesAsync(new FilePayload
        {
            Name = "cut-off.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes("1478000000|NONE|NONE|NONE|CONFIGRELOAD|\n500000.1|support\n"),
        });
        await visit.Button("Check this file").ClickAsync();
        await visit.AtAddressAsync("/imports/");
        await Assertions.Expect(visit.Page.GetByText("Nothing in this file can be imported")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Heading("Nothing to import")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("Ready to start")).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Button("Discard this file")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Import ") })).ToHaveCountAsync(0);
    }
}
