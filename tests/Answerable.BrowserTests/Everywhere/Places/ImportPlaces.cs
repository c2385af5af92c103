using System.Text;
using Answerable.App.Storage;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere.Places;

internal sealed class ImportPlaces : IPlaces
{
    public async Task<string?> AddressAsync(string pattern, AnswerableDb db, Visit visit) => pattern switch
    {
        "/imports/{Id:guid}" => await ImportedAsync(visit, "asterisk-queue-log", "1478000000|NONE|NONE|NONE|CONFIGRELOAD|\n500000.1|support\n"),
        "/imports/{Id:guid}/columns" => await ImportedAsync(visit, "generic-csv", "id,queue,arrived\n1,support,2026-01-27 09:00:00\n"),
        _ => null,
    };

    /// <summary>Brings a small file in, and says where it is looked at.</summary>
    private static async Task<string> ImportedAsync(Visit visit, string profile, string text)
    {
        await visit.Page.GotoAsync("/imports");
        await visit.Field("What kind of file").SelectOptionAsync(profile);
        await visit.Page.GetByLabel("File, up to")
            .SetInputFilesAsync(new FilePayload { Name = $"{profile}.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await visit.Button("Check this file").ClickAsync();
        await visit.AtAddressAsync("/imports/");
        // While a file is read through, its page shows itself again and again.
        await Assertions.Expect(visit.Page.GetByText("Nothing to import").Or(visit.Page.GetByText("its first rows stand below"))).ToBeVisibleAsync();
        return new Uri(visit.Page.Url).PathAndQuery;
    }
}
