using System.CommandLine;
using System.Text.Json;
using Answerable.App;
using Answerable.App.Operations;
using Answerable.App.Storage;
using Answerable.Web.CommandLine;
using Answerable.Web.Shared;

namespace Answerable.Web.Storage;

internal static class BackupVerb
{
    private static readonly Argument<string> To = new("file") { Description = "The archive to write; it is not there yet." };
    private static readonly Argument<string> From = new("file") { Description = "The archive to bring back." };
    private static readonly Option<string?> PassphraseFile = new("--passphrase-file")
    {
        HelpName = "F",
        Description = "A file with the passphrase that seals the archive. A sealed archive holds the master key, too.",
    };

    public static IEnumerable<Command> Create()
    {
        var backup = new Command("backup", "Writes all of the centre, as it stands at one moment, into one archive; servers may go on meanwhile.")
            { To, PassphraseFile, OpenedCentre.Json };
        backup.SetAction(BackupAsync);
        var restore = new Command("restore", "Brings an archive back into a database that is not there yet, or is empty.")
            { From, PassphraseFile, OpenedCentre.Json };
        restore.SetAction(RestoreAsync);
        return [backup, restore];
    }

    private static async Task<int> BackupAsync(ParseResult asked, CancellationToken stop)
    {
        await using var centre = await OpenedCentre.OpenAsync(asked, stop);
        var passphrase = Passphrase(asked);
        var file = asked.GetValue(To)!;
        var written = await centre.Services.GetRequiredService<Backup>().WriteAsync(file, passphrase, stop);
        Say(asked, written, $"{file} holds {written.AllRows} rows");
        if (passphrase is null)
            await Console.Error.WriteLineAsync(
                $"It is not sealed, and without the master key ({Key(centre.Services)}) nobody reads its personal data: "
                + "keep a copy of the key apart from it.");
        if (await HindranceAsync(centre, written.At, stop) is { } hindrance)
            await Console.Error.WriteLineAsync($"The backup is good, and System health does not know of it: {hindrance}");
        return Exit.Done;
    }

    /// <summary>Why it could not be noted. The archive is whole by then: whoever has one made each night must not be told that this one
    /// failed.</summary>
    private static async Task<string?> HindranceAsync(OpenedCentre centre, DateTimeOffset at, CancellationToken stop)
    {
        try
        {
            var noted = await centre.DoAsync(new NoteBackup(at), stop);
            return noted.Allowed ? null : string.Join(" ", noted.Refusals);
        }
#pragma warning disable CA1031 // Whatever broke, the archive is there.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            return broken.GetBaseException().Message;
        }
    }

    private static async Task<int> RestoreAsync(ParseResult asked, CancellationToken stop)
    {
        var database = ServeSettings.DatabaseOf(asked.GetValue(OpenedCentre.Database));
        await using var services = new ServiceCollection().AddLogging().AddAnswerable(database, asked.GetValue(OpenedCentre.KeyFile))
            .BuildServiceProvider();
        var file = asked.GetValue(From)!;
        var restored = await services.GetRequiredService<Restore>().ReadAsync(file, Passphrase(asked), stop);
        Say(asked, restored, $"{restored.AllRows} rows of {restored.At:yyyy-MM-dd HH:mm} UTC are back");
        await Console.Error.WriteLineAsync("See with `journal verify` that the journal is whole.");
        return Exit.Done;
    }

    private static void Say(ParseResult asked, ArchiveManifest manifest, string sentence) => Console.WriteLine(asked.GetValue(OpenedCentre.Json)
        ? JsonSerializer.Serialize(manifest, JsonSerializerOptions.Web)
        : $"{sentence}: {manifest.JournalNumber} lines of the journal. Head: {manifest.JournalHead}");

    private static string Key(IServiceProvider services) =>
        services.GetRequiredService<KeyPlace>() is { IsGiven: false } place ? place.File : "given in ANSWERABLE_KEY";

    private static string? Passphrase(ParseResult asked)
    {
        if (asked.GetValue(PassphraseFile) is not { } file)
            return null;
        var said = File.ReadAllText(file).TrimEnd('\r', '\n');
        return said.Length > 0 ? said : throw new IOException($"{file} holds no passphrase.");
    }
}
