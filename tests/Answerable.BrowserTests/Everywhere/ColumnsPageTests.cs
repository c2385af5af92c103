using System.Text;
using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

public sealed class ColumnsPageTests(Product product) : BrowserTest(product)
{
    private const string Day = "Report of the day;;;;\nCall ID;Start;Result;Duration;Duration\n"
        + "7001;02/03/2026 09:00;Yes;12,5;62\n7002;03/04/2026 09:05;abandoned;30;\nTotal;;;42,5;62\n";

    [Fact]
    public async Task A_table_that_can_be_read_in_two_ways_is_asked_back_and_its_mapping_serves_the_next_file()
    {
        var visit = await SignedInAsync(Role.Manager);
        await BringAsync(visit, Day);
        await Assertions.Expect(visit.Page.GetByText("A line stands above the heading")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Duration (2nd)" })).ToBeVisibleAsync();
        await visit.ChooseAsync("Wait", "Duration");
        await visit.ChooseAsync("Talk", "Duration (2nd)");
        await Axe.AssertNoneAsync(visit);
        await visit.Page.SetViewportSizeAsync(390, 844);
        await Axe.AssertNoneAsync(visit);
        await visit.Page.SetViewportSizeAsync(1280, 900);
        await visit.Button("Check the file with these columns").ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("The dates can be read day first or month first").First).ToBeVisibleAsync();
        await visit.ChooseAsync("Dates", "Day first: 09/10/2026 18:30");
        await visit.Button("Check the file with these columns").ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("Say below what these words").First).ToBeVisibleAsync();
        await visit.ChooseAsync("Yes (1)", "Handled");
        await visit.Button("Check the file with these columns").ClickAsync();
        await Assertions.Expect(visit.Heading("Ready to start")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("2026-03-02 09:00:00").First).ToBeVisibleAsync();
        await visit.Field("Name of this mapping").FillAsync("Daily list");
        await visit.Button("Save this mapping").ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("Kept as “Daily list”")).ToBeVisibleAsync();
        await Axe.AssertNoneAsync(visit);
        await BringAsync(visit, Day.Replace("700", "800", StringComparison.Ordinal));
        await Assertions.Expect(visit.Heading("Ready to start")).ToBeVisibleAsync();
    }

    private static async Task BringAsync(Visit visit, string text)
    {
        await visit.Page.GotoAsync("/imports");
        await visit.Field("What kind of file").SelectOptionAsync("generic-csv");
        await visit.Page.GetByLabel("File, up to").SetInputFilesAsync(
            new FilePayload { Name = "day.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await visit.Button("Check this file").ClickAsync();
        await visit.AtAddressAsync("/imports/");
    }
}
