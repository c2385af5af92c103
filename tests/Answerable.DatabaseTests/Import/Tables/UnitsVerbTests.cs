using System.Text.Json;
using Answerable.DatabaseTests.Deliveries;

namespace Answerable.DatabaseTests.Import.Tables;

/// <summary>What the command line says of units and of words, and what it ends with.</summary>
public sealed class UnitsVerbTests : IDisposable
{
    private static readonly string[] Mapped = ["--map", "id=id", "arrived=start", "outcome=result", "wait=Wait", "talk=Talk (min)"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("answerable-units-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Units_are_said_and_printed_with_where_they_came_from()
    {
        await using var centre = await TestCentre.OpenAsync(Database.Sqlite);
        var file = await WrittenAsync("id;start;result;Wait;Talk (min)\n1;2026-03-03 09:00:00;handled;0,25;3,25\n");
        string[] dry = ["import", "calls", file, .. Mapped, "--dry-run"];
        var (asked, why) = await RunningServer.VerbAsync(centre.ConnectionString, dry);
        Assert.Equal(2, asked);
        Assert.Contains("--units wait=minutes", why, StringComparison.Ordinal);
        var (exit, printed) = await RunningServer.VerbAsync(centre.ConnectionString, [.. dry, "--units", "wait=seconds,talk=seconds"]);
        Assert.True(exit == 0, printed);
        Assert.Contains("wait (Wait): a number alone counts seconds, as said.", printed, StringComparison.Ordinal);
        (exit, printed) = await RunningServer.VerbAsync(centre.ConnectionString,
            [.. dry, "--json", "--units", "wait=minutes", "--decimals", "comma"]);
        Assert.True(exit == 0, printed);
        using var told = JsonDocument.Parse(printed);
        Assert.Equal(["wait minutes said", "talk minutes heading"], told.RootElement.GetProperty("units").EnumerateArray().Select(unit =>
            $"{unit.GetProperty("field")} {unit.GetProperty("unit")} {unit.GetProperty("by")}"));
        Assert.Equal("comma said", $"{told.RootElement.GetProperty("decimals").GetProperty("mark")} "
            + told.RootElement.GetProperty("decimals").GetProperty("by"));
        var (wrong, sentence) = await RunningServer.VerbAsync(centre.ConnectionString, [.. dry, "--units", "wrap=minutes"]);
        Assert.Equal(2, wrong);
        Assert.Contains("--units: 'wrap=minutes' does not say", sentence, StringComparison.Ordinal);
    }

    /// <summary>Figures that lack all of one kind of contact mislead: whoever looks at the exit code alone is told.</summary>
    [Fact]
    public async Task Rows_left_out_for_a_word_are_said_with_their_share_and_the_exit_code()
    {
        await using var centre = await TestCentre.OpenAsync(Database.Sqlite);
        var file = await WrittenAsync("id,start,result,way\n1,2026-03-03 09:00:00,handled,WhatsApp\n2,2026-03-03 09:01:00,Caller Abandoned,SMS\n"
            + "3,2026-03-03 09:02:00,Customer hung up,Facebook Messenger\n4,2026-03-03 09:03:00,Verdampft,Live Chat\n");
        string[] calls = ["import", "calls", file, "--map", "id=id", "arrived=start", "outcome=result", "channel=way"];
        var (exit, printed) = await RunningServer.VerbAsync(centre.ConnectionString, calls);
        Assert.Equal(1, exit);
        Assert.Contains("3 imported", printed, StringComparison.Ordinal);
        Assert.Contains("result is 'Verdampft': no outcome that is known. Say by 'outcomes' (--outcomes", printed, StringComparison.Ordinal);
        Assert.Contains("1 of 4 rows (25%) is left out, and every figure lacks it", printed, StringComparison.Ordinal);
        var (meant, said) = await RunningServer.VerbAsync(centre.ConnectionString, [.. calls, "--outcomes", "Verdampft=abandoned"]);
        Assert.True(meant == 0, said);
        var (left, rejected) = await RunningServer.VerbAsync(centre.ConnectionString, [.. calls, "--outcomes", "Verdampft=rejected", "--dry-run"]);
        Assert.True(left == 0, rejected);
    }

    private async Task<string> WrittenAsync(string text)
    {
        var path = Path.Combine(_folder.FullName, "calls.csv");
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return path;
    }
}
