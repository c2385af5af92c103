using System.CommandLine;
using System.Text.Json;
using Answerable.App.Journal;
using Answerable.Model;
using Answerable.Web.CommandLine;

namespace Answerable.Web.Journal;

internal static class JournalVerb
{
    private static readonly Option<string?> Expect = new("--expect")
    {
        HelpName = "HEAD",
        Description = "A head that was printed before, 64 hexadecimal digits: it is to be in the journal still.",
    };

    private static readonly Option<string?> Anchors = new("--anchors")
    {
        HelpName = "FILE",
        Description = "A file of anchors, as `journal anchor` writes them: each is to be in the journal still.",
    };

    private static readonly Option<string?> To = new("--to") { HelpName = "FILE", Description = "The file to write it behind; else it is printed." };

    public static Command Create()
    {
        var verify = new Command("verify",
            "Reads the whole chain again, names any altered, removed or reordered line, and where rows are not as the journal tells.")
            { Expect, Anchors, OpenedCentre.Json };
        verify.SetAction(VerifyAsync);
        var anchor = new Command("anchor", "Says where the journal ends now, under its key, to be kept where nobody of this machine can change it.")
            { To };
        anchor.SetAction(AnchorAsync);
        return new Command("journal", "The append-only journal.") { verify, anchor };
    }

    private static async Task<int> VerifyAsync(ParseResult asked, CancellationToken stop)
    {
        var head = asked.GetValue(Expect)?.Trim();
        if (head is not null && !Anchor.IsHash(head))
            return Exit.Misused($"'{(head.Length > 80 ? $"{head[..80]}…" : head)}' is no head of a journal: that is 64 hexadecimal digits, "
                + "as `journal verify` prints behind 'Head:', such as 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.");
        await using var centre = await OpenedCentre.OpenAsync(asked, stop);
        var (anchors, unread) = Read(asked.GetValue(Anchors));
        if (unread is not null)
            return Exit.Because(unread);
        var finding = (await centre.AskAsync(new JournalVerification(head, anchors), stop)).Value;
        if (asked.GetValue(OpenedCentre.Json))
            Console.WriteLine(JsonSerializer.Serialize(finding, JsonSerializerOptions.Web));
        else
            Say(finding);
        return finding.Sound ? Exit.Done : Exit.Failed;
    }

    private static void Say(JournalVerification.Finding finding)
    {
        if (finding.Fault is not null)
            Console.WriteLine(finding.Fault);
        foreach (var difference in finding.Differences)
            Console.WriteLine(difference);
        if (finding.Sound)
            Console.WriteLine($"The journal is sound: {Counted.Of(finding.Lines, "line")}, each following from the one before.");
        if (finding.Compared.Count > 0)
            Console.WriteLine($"{(finding.Sound ? "As it tells them" : "Compared with it")}: {string.Join(", ", finding.Compared)}. "
                + $"Not compared (--json says why): {string.Join("; ", finding.NotCompared.Select(part => part.What))}.");
        foreach (var open in finding.LeftOpen)
            Console.WriteLine($"Could not be compared. {open}");
        if (finding.KeyedFrom > 1)
            Console.WriteLine($"Lines before {finding.KeyedFrom} were written by an earlier version, without a key.");
        if (finding.AnchorsHeld > 0)
            Console.WriteLine($"{Counted.Of(finding.AnchorsHeld, "anchor holds", "anchors hold")}.");
        if (finding.Head is not null)
            Console.WriteLine($"Head: {finding.Head}");
    }

    private static (List<Anchor> Anchors, string? Unread) Read(string? path)
    {
        List<Anchor> anchors = [];
        foreach (var line in path is null ? [] : File.ReadLines(path).Where(line => line.Trim().Length > 0))
            if (Anchor.Read(line) is { } anchor)
                anchors.Add(anchor);
            else
                return ([], $"{path} has a line that is no anchor: {(line.Length > 80 ? line[..80] : line)}");
        return (anchors, path is not null && anchors.Count == 0 ? $"{path} holds no anchor." : null);
    }

    private static async Task<int> AnchorAsync(ParseResult asked, CancellationToken stop)
    {
        await using var centre = await OpenedCentre.OpenAsync(asked, stop);
        var anchor = await centre.AskAsync(new JournalAnchor(), stop);
        if (!anchor.Allowed)
            return Exit.Refused(anchor.Refusals);
        var line = anchor.Value.Line();
        if (asked.GetValue(To) is { } file)
            await File.AppendAllLinesAsync(file, [line], stop);
        else
            Console.WriteLine(line);
        return Exit.Done;
    }
}
