using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Answerable.App.Operations;
using Answerable.Web.CommandLine;
using Answerable.Web.Shared;

namespace Answerable.Web.Operations;

/// <summary>
/// Asks the database, not a server: so it answers when none is up, needs no sign-in, and sees the servers by what they last said. What only a server
/// knows of itself, its writer and its certificate, stands on the page alone.
/// </summary>
internal static class HealthVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static Command Create()
    {
        var verb = new Command("health",
            "Says how the system stands, by its database, and what to do where it is not well; ends with 1 where it is amiss.")
        { OpenedCentre.Json };
        verb.SetAction(AskAsync);
        return verb;
    }

    private static async Task<int> AskAsync(ParseResult asked, CancellationToken stop)
    {
        await using var centre = await OpenedCentre.OpenAsync(asked, stop);
        var view = (await centre.AskAsync(new SystemHealth(), stop)).Value;
        if (asked.GetValue(OpenedCentre.Json))
            Console.WriteLine(JsonSerializer.Serialize(view, Json));
        else
            foreach (var line in view.Lines)
                Console.WriteLine(Line(line));
        return view.Condition == Condition.Amiss ? Exit.Failed : Exit.Done;
    }

    private static string Line(HealthLine line) =>
        $"{line.Condition.Words(),-6} {line.Group}: {line.Name}: {line.Says}"
        + (line.At is { } at ? $" {Local.DateTime(at)}" : "")
        + (line.Next is { } next ? $", next about {Local.Time(next)}" : "") + (line.Advice is { } advice ? $". {advice}" : "");

    public static string Words(this Condition condition) => condition switch
    {
        Condition.Well => "Well",
        Condition.Look => "Look",
        _ => "Amiss",
    };
}
