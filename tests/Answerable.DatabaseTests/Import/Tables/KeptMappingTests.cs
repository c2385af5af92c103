using System.Text;
using Answerable.App.Import;
using Answerable.App.Import.Profiles;
using Answerable.Model.People;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Import.Tables;

/// <summary>A mapping is kept by name, read again from a file, and asks back what it cannot know.</summary>
public sealed class KeptMappingTests
{
    private const string Day = "CALL ID,DATE,TIME,RESULT,WAIT\n1,13/03/2026,09:15:00,Yes,10\n2,13/03/2026,09:16:00,abandoned,5\n";

    private static readonly GenericMapping Mapping = TableCasesTests.Columns("id=CALL ID", "arrived=DATE", "arrived-time=TIME", "outcome=RESULT",
        "wait=WAIT");

    [Theory, EachDatabase]
    public async Task A_file_with_the_headings_of_a_kept_mapping_is_checked_at_once(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var first = await BroughtAsync(centre, Day);
        Assert.True(first.ColumnsToChoose);
        var table = (await centre.AskAsync(new ImportPreview(first.Id))).Value;
        Assert.Equal(Mapping.Columns.OrderBy(pair => pair.Key), table.Mapping.Columns.OrderBy(pair => pair.Key));
        Assert.Equal([("Yes", null), ("abandoned", "abandoned")], Assert.Single(table.Words).Words.Select(word => (word.Text, word.Means)));
        var unsaid = (await centre.DoAsync(new ChooseColumns(first.Id, Mapping))).Refusals[0];
        Assert.Equal(("import.words-unsaid", true), (unsaid.Code, unsaid.Text.Contains("“Yes” (1)", StringComparison.Ordinal)));
        Assert.True((await centre.DoAsync(new ChooseColumns(first.Id, Mapping with { Handled = ["Yes"] }))).Allowed);
        Assert.Equal("mapping.name", (await centre.DoAsync(new KeepMapping(first.Id, " "))).Refusals[0].Code);
        Assert.True((await centre.DoAsync(new KeepMapping(first.Id, "Daily"))).Allowed);
        Assert.True((await centre.DoAsync(new KeepMapping(first.Id, "Daily"))).Allowed);
        // The next day's file has a title above, and can be read day first or month first: the kept mapping says which.
        var second = await BroughtAsync(centre, "Report of the day\n" + Day.Replace("13/03", "01/04", StringComparison.Ordinal));
        Assert.False(second.ColumnsToChoose);
        var report = await centre.Services.GetRequiredService<Importer>().RunAsync(second.Id, TestContext.Current.CancellationToken);
        Assert.Equal((ImportState.Ready, 2, 0, "day-first"), (report.State, report.Imported, report.Rejected, report.Mapping!.Dates));
        var understood = (await centre.AskAsync(new ImportUnderstood(second.Id))).Value;
        Assert.Equal([("1", "Handled", "0:00:10"), ("2", "Abandoned", "0:00:05")], understood.Select(row => (row.Name, row.Outcome!, row.Wait!)));
        // One with other words is asked back.
        Assert.True((await BroughtAsync(centre, Day.Replace("WAIT", "PAUSE", StringComparison.Ordinal))).ColumnsToChoose);
    }

    /// <summary>Whoever sees what reads everybody's files can put it away, and the next file asks again.</summary>
    [Theory, EachDatabase]
    public async Task A_kept_mapping_is_listed_goes_by_names_as_people_read_them_and_can_be_put_away(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var first = await BroughtAsync(centre, Day);
        Assert.True((await centre.DoAsync(new ChooseColumns(first.Id, Mapping with { Handled = ["Yes"] }))).Allowed);
        Assert.Equal("Calls", (await centre.DoAsync(new KeepMapping(first.Id, "Calls"))).Value);
        foreach (var alike in new[] { " calls ", "CALLS", "Ｃalls" })
            Assert.Equal("Calls", (await centre.DoAsync(new KeepMapping(first.Id, alike))).Value);
        Assert.Equal("name.unreadable", (await centre.DoAsync(new KeepMapping(first.Id, "Ca\u200Blls"))).Refusals[0].Code);
        var kept = Assert.Single((await centre.AskAsync(new KeptMappings())).Value);
        Assert.Equal(("Calls", Actor.System.Name, centre.Time.GetUtcNow()), (kept.Name, kept.By, kept.At));
        Assert.Equal(["CALL ID", "DATE", "TIME", "RESULT", "WAIT"], kept.Headings);
        Assert.False((await BroughtAsync(centre, Day)).ColumnsToChoose);
        Assert.True((await centre.DoAsync(new ForgetMapping("Calls"))).Allowed);
        Assert.Empty((await centre.AskAsync(new KeptMappings())).Value);
        Assert.True((await BroughtAsync(centre, Day)).ColumnsToChoose);
        Assert.Equal("not-found", (await centre.DoAsync(new ForgetMapping("Calls"))).Refusals[0].Code);
    }

    [Fact]
    public void A_mapping_file_is_read_back_as_it_was_written()
    {
        var mapping = Mapping with
        {
            Encoding = "windows-1252",
            Delimiter = '\t',
            Heading = 0,
            Dates = "day-first",
            Decimals = "comma",
            Units = new Dictionary<string, string> { ["wait"] = "milliseconds" },
            Handled = ["Yes"],
            Rejected = ["?"],
            Channels = new Dictionary<string, string> { ["Fax"] = "letter" },
            Directions = new Dictionary<string, string> { ["O"] = "outbound" },
            Channel = "letter",
        };
        var text = MappingFile.Write(mapping);
        Assert.Equal(text, MappingFile.Write(MappingFile.Read(text).Value));
        Assert.Equal(('\t', 0, "comma"), (MappingFile.Read(text).Value.Delimiter!.Value, MappingFile.Read(text).Value.Heading!.Value,
            MappingFile.Read(text).Value.Decimals));
        Assert.Equal(("letter", "outbound", "letter"), (MappingFile.Read(text).Value.Channels["Fax"], MappingFile.Read(text).Value.Directions["O"],
            MappingFile.Read(text).Value.Channel));
    }

    [Theory]
    [InlineData("{\"colums\": {}}", "'colums' is no key of a mapping")]
    [InlineData("{\"zone\": \"Europe/London\", \"zone\": \"Europe/Paris\"}", "'zone' stands twice")]
    [InlineData("{\"delimiter\": \"::\"}", "'delimiter' cannot be read: it needs one character")]
    [InlineData("{\"columns\": {\"id\": \"A\"}}", "arrived: Say which column holds: Arrived at.")]
    [InlineData("{\"columns\": {\"id\": \"A\", \"arrived\": \"B\", \"outcome\": \"C\"}, \"dates\": \"us\"}",
        "dates: 'us' is no way of writing dates")]
    [InlineData("{\"columns\": {\"id\": \"A\", \"arrived\": \"B\", \"outcome\": \"C\"}, \"units\": {\"wait\": \"weeks\"}}",
        "units: 'weeks' is no unit of wait")]
    [InlineData("{\"outcomes\": {\"Yes\": \"good\"}}", "'outcomes' cannot be read")]
    [InlineData("{\"channels\": {\"Brief\": \"paper\"}}", "'channels' cannot be read: it needs for each word one of phone, email")]
    [InlineData("{\"directions\": {\"O\": \"away\"}}", "'directions' cannot be read: it needs for each word one of inbound, outbound")]
    [InlineData("{\"columns\": {\"id\": \"A\", \"arrived\": \"B\", \"outcome\": \"C\"}, \"channel\": \"fax\"}", "'fax' is no channel")]
    [InlineData("{\n\"columns\": ", "The mapping is not JSON: line 2")]
    public void What_is_wrong_with_a_mapping_file_is_said_by_its_key(string text, string sentence) =>
        Assert.Contains(MappingFile.Read(text).Refusals, refusal => refusal.Text.Contains(sentence, StringComparison.Ordinal));

    private static Task<BringFile.Brought> BroughtAsync(TestCentre centre, string text) => centre.BringAsync(Encoding.UTF8.GetBytes(text));
}
