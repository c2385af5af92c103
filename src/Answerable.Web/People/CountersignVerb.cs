using System.CommandLine;
using System.Text.Json;
using Answerable.App.People;
using Answerable.Model.People;
using Answerable.Web.CommandLine;
using Answerable.Web.Shared;

namespace Answerable.Web.People;

/// <summary>The second person where there is no other: whoever holds the machine, on record as that.</summary>
internal static class CountersignVerb
{
    private static readonly Argument<Guid> Id = new("ID") { Description = "Which, as 'countersign list' names it." };
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true,
        Converters = { new StrongIdJson() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var list = new Command("list", "What waits for a second person.") { OpenedCentre.Json };
        list.SetAction(ListAsync);
        var yes = new Command("yes", "Says yes to it, and it is done.") { Id, OpenedCentre.Json };
        yes.SetAction((asked, stop) => AnswerAsync(asked, given: true, stop));
        var no = new Command("no", "Says no to it.") { Id, OpenedCentre.Json };
        no.SetAction((asked, stop) => AnswerAsync(asked, given: false, stop));
        return new Command("countersign", "What nobody does alone, by whoever holds the machine; on record as done from the command line.")
        {
            list, yes, no,
        };
    }

    private static async Task<int> ListAsync(ParseResult asked, CancellationToken stop)
    {
        await using var centre = await OpenedCentre.OpenAsync(asked, stop);
        var waiting = (await centre.AskAsync(new Countersignatures(), stop)).Value;
        if (asked.GetValue(OpenedCentre.Json))
            Console.WriteLine(JsonSerializer.Serialize(
                waiting.Select(line => new { line.Id, line.Words, line.Why, line.AskedBy, line.AskedAt }), Json));
        else if (waiting.Count == 0)
            Console.WriteLine("Nothing waits for a second person.");
        else
            foreach (var line in waiting)
                Console.WriteLine($"{line.Id}  {line.Words}  asked by {line.AskedBy}, {Local.DateTime(line.AskedAt)}: {line.Why}");
        return Exit.Done;
    }

    private static async Task<int> AnswerAsync(ParseResult asked, bool given, CancellationToken stop)
    {
        await using var centre = await OpenedCentre.OpenAsync(asked, stop);
        var id = CountersignatureId.From(asked.GetValue(Id));
        if (await centre.DoAsync(new Countersign(id, given), stop) is { Allowed: false } refused)
            return Exit.Refused(refused.Refusals);
        Console.WriteLine(asked.GetValue(OpenedCentre.Json) ? JsonSerializer.Serialize(new { Id = id, Given = given }, Json)
            : given ? "It is done." : "It is not to be done.");
        return Exit.Done;
    }
}
