using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.Model;
using Answerable.Model.Centre;
using Answerable.Web.CommandLine;
using Answerable.Web.Shared;

namespace Answerable.Web.Centre;

internal static class CentreVerb
{
    private static readonly Option<string?> Name = new("--name") { Description = "What the centre is called." };
    private static readonly Option<string?> Zone = new("--zone") { Description = $"The zone its days are cut in, as {CentreSettings.Usual.Zone}." };
    private static readonly Option<string?> Currency =
        new("--currency") { Description = "An ISO code: " + string.Join(", ", Currencies.All.Select(known => known.Code)) + "." };
    private static readonly Option<string?> Holidays = new("--holidays")
    { Description = "Whose bank holidays are kept: " + string.Join(", ", HolidayParts.All.Select(part => part.Code())) + ", or none." };
    private static readonly Option<int?> AfterContact = new("--after-contact")
    { Description = "Minutes after which a contact is closed at its end whose after-contact work is never told to be over." };
    private static readonly Option<string?> Queue = new("--queue") { Description = "The queue that --week or --special is of; all where left out." };
    private static readonly Option<string[]> Week = new("--week")
    {
        Description = "Hours of the weekdays, Monday first, the last for the rest: 09:00-17:00 or closed.",
        AllowMultipleArgumentsPerToken = true,
    };
    private static readonly Option<string?> Special =
        new("--special") { Description = "A date unlike its weekday, as 2026-12-24=09:00-13:00 or 2026-12-25=closed; say why with --why." };
    private static readonly Option<string?> Why = new("--why") { Description = "Why the day is special." };
    private static readonly Option<bool> NewQueue = new("--new-queue") { Description = "The queue is to come: nothing names it yet." };

    // Each is an act of its own: of several the first would stand though the second is refused.
    private const string Things =
        "what the centre is (--name, --zone, --currency, --holidays, --after-contact), a week (--week) or a day (--special)";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var show = new Command("show", "Prints what the centre is.") { OpenedCentre.Json };
        show.SetAction(async (asked, stop) =>
        {
            await using var centre = await OpenedCentre.OpenAsync(asked, stop);
            return await PrintAsync(centre, asked, stop);
        });
        var set = new Command("set", "Changes what is named, and prints what the centre is then.")
            { Name, Zone, Currency, Holidays, AfterContact, Queue, Week, Special, Why, NewQueue, OpenedCentre.Json };
        set.SetAction(SetAsync);
        return new Command("centre", "The centre's own settings: name, clock, money, bank holidays, opening hours.") { show, set };
    }

    private static async Task<int> SetAsync(ParseResult asked, CancellationToken stop)
    {
        if (Amiss(asked) is { } amiss)
        {
            await Console.Error.WriteLineAsync(amiss);
            return Exit.Usage;
        }
        await using var centre = await OpenedCentre.OpenAsync(asked, stop);
        var here = (await centre.AskAsync(new CentreRecord(), stop)).Value.Settings;
        return await centre.DoAsync(ActOf(asked, here), stop) is { Allowed: false } refused
            ? Exit.Refused(refused.Refusals)
            : await PrintAsync(centre, asked, stop);
    }

    /// <summary>What would change nothing, or leave a part of what was asked undone, is no use of the verb.</summary>
    internal static string? Amiss(ParseResult asked)
    {
        var (itself, week, special) = (OfItself(asked), asked.GetValue(Week) is { Length: > 0 }, asked.GetValue(Special) is not null);
        return new[] { itself, week, special }.Count(named => named) switch
        {
            0 => $"Nothing to change is named: say {Things}.",
            > 1 => $"Change one thing at a time: {Things}.",
            _ when special && !asked.GetValue(Special)!.Contains('=', StringComparison.Ordinal) =>
                "Write a special day as 2026-12-24=09:00-13:00, or 2026-12-25=closed.",
            _ when special && asked.GetValue(Special)!.Split('=')[0] is var day && Local.AnyDayWritten(day) is null =>
                $"--special: '{day}' is not a date such as 2026-12-24.",
            _ when !special && asked.GetValue(Why) is not null => "--why says why a day is special: name the day with --special.",
            _ when itself && (asked.GetValue(Queue) is not null || asked.GetValue(NewQueue)) =>
                "--queue says whose hours are meant: name them with --week or --special.",
            _ => null,
        };
    }

    private static bool OfItself(ParseResult asked) => asked.GetValue(AfterContact) is not null
        || new[] { Name, Zone, Currency, Holidays }.Any(option => asked.GetValue(option) is not null);

    private static IAct<Done> ActOf(ParseResult asked, CentreSettings here)
    {
        var (queue, isNew) = (asked.GetValue(Queue) ?? "", asked.GetValue(NewQueue));
        if (OfItself(asked))
            return new ChangeCentre(
                asked.GetValue(Name) ?? here.Name, asked.GetValue(Zone) ?? here.Zone, asked.GetValue(Currency) ?? here.Currency.Code,
                asked.GetValue(Holidays) is { } part ? part == "none" ? "" : part : here.Holidays?.Code() ?? "",
                AfterContactMinutes: asked.GetValue(AfterContact));
        if (asked.GetValue(Week) is { Length: > 0 } days)
            return new ChangeOpeningWeek(queue, [.. Enumerable.Range(0, 7).Select(place => days[Math.Min(place, days.Length - 1)])], NewQueue: isNew);
        var day = asked.GetValue(Special)!.Split('=', 2);
        return new SetSpecialDay(Local.AnyDayWritten(day[0]), queue, day[1], asked.GetValue(Why) ?? "", isNew);
    }

    private static async Task<int> PrintAsync(OpenedCentre centre, ParseResult asked, CancellationToken stop)
    {
        var here = (await centre.AskAsync(new CentreRecord(), stop)).Value.Settings;
        var weeks = here.Hours.Weeks.Select(week => new { week.Queue, Days = week.Days.Select(OpenSpan.Words) });
        var special = here.Hours.Special.Select(day => new { day.Date, day.Queue, Open = OpenSpan.Words(day.Open), day.Why });
        if (asked.GetValue(OpenedCentre.Json))
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                here.Name,
                here.Zone,
                Currency = here.Currency.Code,
                Holidays = here.Holidays?.Code() ?? "none",
                here.Demo,
                here.AfterContactMinutes,
                Weeks = weeks,
                SpecialDays = special,
            }, Json));
        else
        {
            Console.WriteLine(
                $"{here.Name}{(here.Demo ? " (everything in it is invented)" : "")}: {here.Zone}, {here.Currency.Code}, bank holidays " +
                $"{here.Holidays?.Words() ?? "not kept"}; after-contact work never told to be over is so after {here.AfterContactMinutes} min.");
            Console.WriteLine(here.Hours.Weeks.Count == 0 ? "No hours are said: open always." : "Open, Monday first:");
            foreach (var week in weeks)
                Console.WriteLine($"  {(week.Queue.Length == 0 ? "all others" : week.Queue)}: {string.Join(" | ", week.Days)}");
            foreach (var day in special)
                Console.WriteLine($"  {day.Date:yyyy-MM-dd} {(day.Queue.Length == 0 ? "all" : day.Queue)}: {day.Open}, {day.Why}");
        }
        return Exit.Done;
    }
}
