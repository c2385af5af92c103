using System.Text.Json;
using Answerable.DatabaseTests.Deliveries;

namespace Answerable.DatabaseTests.Import.Tables;

/// <summary>What words mean, said on the command line.</summary>
public sealed class SaidWordsVerbTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("answerable-words-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Several_words_stand_after_one_option_with_either_verb()
    {
        await using var centre = await TestCentre.OpenAsync(Database.Sqlite);
        var file = Path.Combine(_folder.FullName, "calls.csv");
        await File.WriteAllTextAsync(file, "id,start,result,way,who\n1,2026-03-03 09:00:00,Ja,Fax,O\n2,2026-03-03 09:00:00,Nein,Telex,I\n",
            TestContext.Current.CancellationToken);
        string[] said = ["--map", "id=id", "arrived=start", "outcome=result", "channel=way", "direction=who", "--outcomes", "Ja=handled",
            "Nein=abandoned", "--channels", "Fax=letter", "Telex=letter", "--directions", "O=outbound", "I=inbound", "--json", "--dry-run"];
        foreach (var verb in new string[][] { ["import", "--file", file, .. said], ["import", "calls", file, .. said] })
        {
            var (exit, printed) = await RunningServer.VerbAsync(centre.ConnectionString, verb);
            Assert.True(exit == 0, printed);
            using var told = JsonDocument.Parse(printed);
            Assert.Equal((2, 0), (told.RootElement.GetProperty("imported").GetInt32(), told.RootElement.GetProperty("rejected").GetArrayLength()));
        }
        // Of nothing that could be taken the shell is told too, dry or not.
        foreach (string[] more in new string[][] { [], ["--dry-run"] })
        {
            var (none, why) = await RunningServer.VerbAsync(centre.ConnectionString, ["import", "calls", file, "--map", "id=id", "arrived=start",
                "outcome=result", "channel=way", "--outcomes", "Ja=handled", "Nein=abandoned", .. more]);
            Assert.Equal(1, none);
            Assert.Contains("No row of it could be taken", why, StringComparison.Ordinal);
        }
        var (wrong, sentence) = await RunningServer.VerbAsync(centre.ConnectionString, "import", "calls", file, "--map", "id=id", "arrived=start",
            "outcome=result", "--channels", "Fax=paper");
        Assert.Equal(2, wrong);
        Assert.Contains("'Fax=paper' does not say what a word means", sentence, StringComparison.Ordinal);
    }
}
