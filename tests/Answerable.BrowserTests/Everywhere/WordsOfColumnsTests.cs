using System.Text;
using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>A German table whose words for how contacts came and who began them are asked about, up to the contacts it makes.</summary>
public sealed class WordsOfColumnsTests(Product product) : BrowserTest(product)
{
    private const string Table = "Nr;Beginn;Ergebnis;Wartezeit;Kanal;Richtung\n9101;13.03.2026 09:00;angenommen;12;Telefon;eingehend\n"
        + "9102;13.03.2026 09:05;angenommen;;Fax;O\n";

    [Fact]
    public async Task Words_that_are_not_known_are_asked_and_stand_in_what_is_understood()
    {
        var visit = await SignedInAsync(Role.Manager);
        await visit.Page.GotoAsync("/imports");
        await visit.Field("What kind of file").SelectOptionAsync("generic-csv");
        await visit.Page.GetByLabel("File, up to").SetInputFilesAsync(
            new FilePayload { Name = "tag.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Table) });
        await visit.Button("Check this file").ClickAsync();
        await visit.AtAddressAsync("/columns");
        await Assertions.Expect(visit.Page.GetByText("Of all 2 rows, 1 would be rejected")).ToBeVisibleAsync();
        await visit.Button("Check the file with these columns").ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("Say below what these words of the channel column mean").First).ToBeVisibleAsync();
        await visit.ChooseAsync("Fax (1)", "Letter");
        await visit.ChooseAsync("O (1)", "Outbound: the centre began it");
        await visit.Button("Look at the first rows again").ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("Of all 2 rows, 0 would be rejected")).ToBeVisibleAsync();
        await Axe.AssertNoneAsync(visit);
        await visit.Button("Check the file with these columns").ClickAsync();
        await Assertions.Expect(visit.Heading("Ready to start")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("Letter, outbound")).ToBeVisibleAsync();
        await Axe.AssertNoneAsync(visit);
    }
}
