using System.CommandLine;
using System.Text.RegularExpressions;
using Answerable.Web.CommandLine;

namespace Answerable.DatabaseTests.CommandLine;

/// <summary>Every file a verb is given to read: a folder, an empty file or none at all is told in one sentence, and nothing is made of it.</summary>
public sealed partial class FilesOfVerbsTests : IDisposable
{
    /// <summary>What is only written, or names a folder's place.</summary>
    private static readonly string[] Written = ["--out", "--lp", "--mps", "--to", "--into", "--into-key-file", "--database", "--key-file"];

    private static readonly Dictionary<string, string[]> Beside = new()
    {
        ["import --mapping"] = ["--file", "calls.csv"],
        ["import --file"] = ["--profile", "asterisk-queue-log"],
        ["import calls --mapping"] = ["calls.csv"],
        ["import calls FILE"] = ["--profile", "asterisk-queue-log"],
        ["simulate --in"] = ["--out", "out.csv"],
        ["staff --in"] = ["--out", "out.csv"],
        ["transient --in"] = ["--aht-s", "180", "--patience-s", "240", "--shift-end", "preempt", "--out", "out.csv"],
        ["steady --in"] = ["--out", "out.csv"],
        ["backup --passphrase-file"] = ["night.backup"],
        ["restore --passphrase-file"] = ["calls.csv"],
    };

    private static readonly string[] Server = ["run --certificate", "run --certificate-key"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("answerable-files-");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Whatever says that it is a file, but what is written, and what is read after its like: a new one is here by itself.</summary>
    public static TheoryData<string> Read => [.. Under(Verbs.Root).Where(verb => verb.Action is not null).SelectMany(verb =>
        verb.Options.Cast<Symbol>().Concat(verb.Arguments).Where(IsRead).Select(symbol => $"{PathOf(verb)} {symbol.Name}"))
        .Except(["backup file", "simulate --against", .. Server])];

    [Theory, MemberData(nameof(Read))]
    public async Task A_file_that_is_none_is_told_in_one_sentence_and_nothing_is_made(string read)
    {
        await using var kept = await TestDatabase.MigratedAsync(Database.Sqlite);
        _folder.CreateSubdirectory("folder");
        await File.WriteAllTextAsync(In("empty"), "", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(In("calls.csv"), "Ref,Start\n", TestContext.Current.CancellationToken);
        var words = read.Split(' ');
        foreach (var file in new[] { "folder", "empty", "missing" })
        {
            string[] given = words[^1].StartsWith('-') ? [.. words, file] : [.. words[..^1], file];
            var (exit, output, error) = await RunAsync([.. given, .. Beside.GetValueOrDefault(read, []), "--database", kept.Connection]);
            Assert.True(exit is 1 or 2 && output.Length == 0, $"{read} {file}: {exit} {output}{error}");
            Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => line != "See --help.");
            Assert.DoesNotMatch(@"   at |Exception|denied", error);
            if (file == "folder")
                Assert.Contains("is a folder", error, StringComparison.Ordinal);
            Assert.Equal(["calls.csv", "empty", "folder"], _folder.EnumerateFileSystemInfos().Select(entry => entry.Name).Order());
        }
    }

    private string In(string name) => Path.Combine(_folder.FullName, name);

    private Task<(int Exit, string Output, string Error)> RunAsync(string[] words) => VerbAsProcess.RunAsync(_folder.FullName, words);

    private static bool IsRead(Symbol symbol) => !Written.Contains(symbol.Name)
        && (FileWord().IsMatch($"{symbol.Description} {symbol.Name}") || symbol is Option<FileInfo> or Option<FileInfo?> || symbol.Name == "--in")
        && symbol is not Option<string[]> and not Option<bool> and not Option { Name: "--zone" or "--encoding" or "--profile" };

    private static IEnumerable<Command> Under(Command command) => command.Subcommands.SelectMany(below => Under(below).Prepend(below));

    private static string PathOf(Command verb) =>
        string.Join(' ', verb.Parents.OfType<Command>().Where(parent => parent != Verbs.Root).Select(parent => parent.Name).Append(verb.Name));

    [GeneratedRegex(@"\bfile\b|\barchive\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FileWord();
}
