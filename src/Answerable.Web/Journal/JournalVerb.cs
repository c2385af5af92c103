using System.CommandLine;
using System.Text.Json;
using Answerable.App.Journal;
using Answerable.Web.CommandLine;

namespace Answerable.Web.Journal;

internal static class JournalVerb
{
    public static Command Create()
    {
        var verify = new Command("verify", "Reads the whole chain again and names any altered, removed or reordered line.") { OpenedCentre.Json };
        verify.SetAction(VerifyAsync);
        return new Command("journal", "The append-only journal.") { verify };
    }

    private static async Task<int> VerifyAsync(ParseResult asked, CancellationToken stop)
    {
        await using var centre = await OpenedCentre.OpenAsync(asked, stop);
        var finding = (await centre.AskAsync(new JournalVerification(), stop)).Value;
        if (asked.GetValue(OpenedCentre.Json))
            Console.WriteLine(JsonSerializer.Serialize(finding, JsonSerializerOptions.Web));
        else
            Console.WriteLine(finding.Sound ? $"The journal is sound: {finding.Lines} lines, each following from the one before." : finding.Fault);
        return finding.Sound ? Exit.Done : Exit.Failed;
    }
}
