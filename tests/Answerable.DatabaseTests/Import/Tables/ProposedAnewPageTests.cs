using System.Net;
using System.Net.Http.Headers;
using Answerable.DatabaseTests.Web;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.Import.Tables;

/// <summary>Looking at the first rows again, with other columns.</summary>
public sealed class ProposedAnewPageTests(OneCentre one) : IClassFixture<OneCentre>
{
    private const string Table = "Nr;Beginn;Ergebnis;Spalte A (Min);Spalte B\n1;03.03.2026 09:00:00;angenommen;0,25;3,25\n"
        + "2;03.03.2026 09:05:00;abgebrochen;2,0;\n";

    [Fact]
    public async Task The_page_shows_what_the_columns_now_chosen_say_and_asks_what_they_do_not()
    {
        var client = await one.Web.SignedInAsync(Role.Planner);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await WebCentre.TokenAsync(client, "/imports")), "__RequestVerificationToken" },
            { new StringContent("generic-csv"), "profile" },
            { new StringContent(Table, new MediaTypeHeaderValue("text/csv")), "file", "de.csv" },
        };
        using var brought = await client.PostAsync("/imports/files", form);
        var columns = brought.Headers.Location!.ToString();
        var chosen = new Dictionary<string, string>
        {
            ["Form.Columns[id]"] = "Nr",
            ["Form.Columns[arrived]"] = "Beginn",
            ["Form.Columns[outcome]"] = "Ergebnis",
            ["Form.Columns[wait]"] = "Spalte A (Min)",
            ["Form.Columns[talk]"] = "Spalte B",
            ["Form.Unit[wait]"] = "",
            ["Form.Unit[talk]"] = "",
            ["Form.Decimals"] = "",
            ["Form.Delimiter"] = "semicolon",
            ["Form.Zone"] = "Europe/London",
            ["Form.Look"] = "true",
        };
        using var looked = await WebCentre.PostAsync(client, columns, "columns", chosen);
        var page = WebUtility.HtmlDecode(await looked.Content.ReadAsStringAsync());
        Assert.True(looked.IsSuccessStatusCode, page);
        Assert.Contains("<option value>Minutes (by its heading)</option>", page, StringComparison.Ordinal);
        Assert.Contains("<option value>12,5 (as its values show)</option>", page, StringComparison.Ordinal);
        Assert.Contains("<option value>Choose: it cannot be told</option>", page, StringComparison.Ordinal);
        Assert.Matches(@"Of all 2 rows,\s+0 would be rejected", page);
        chosen.Remove("Form.Look");
        using var asked = await WebCentre.PostAsync(client, columns, "columns", chosen);
        Assert.Contains("may count seconds or minutes", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        chosen["Form.Unit[talk]"] = "minutes";
        using var told = await WebCentre.PostAsync(client, columns, "columns", chosen);
        Assert.Equal(HttpStatusCode.Found, told.StatusCode);
    }
}
