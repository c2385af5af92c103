using System.CommandLine;
using Answerable.Analysis.Planning;
using Answerable.Analysis.Planning.Forecasts;
using Answerable.App.Planning;
using Answerable.Model;
using Answerable.Model.Centre;
using Answerable.Web.CommandLine;
using NodaTime;
using NodaTime.Text;

namespace Answerable.Web.Planning;

/// <summary>forecast: interval counts ahead, with the error the same methods had from earlier origins of the same file.</summary>
internal static class ForecastVerb
{
    private static readonly Option<FileInfo> Input = new("--in") { Required = true, Description = "CSV with the columns DateTime and Calls." };
    private static readonly Option<int> Bin = new("--bin") { DefaultValueFactory = _ => 30, Description = "Minutes in a slot; must divide the day." };
    private static readonly Option<int> Horizon = new("--horizon-days") { DefaultValueFactory = _ => 10, Description = "Open days ahead." };
    private static readonly Option<int> Origins =
        new("--origins") { DefaultValueFactory = _ => 6, Description = "Earlier dates to forecast from and score, as many as the history holds." };
    private static readonly Option<string?> Zone = new("--zone") { Description = "Time zone of the times, for clock changes; else the centre's." };
    private static readonly Option<string> Part =
        new("--holidays") { DefaultValueFactory = _ => "none", Description = "Bank holidays that close the centre." };
    private static readonly Option<string[]> Closed =
        new("--closed") { Description = "Further closed dates, such as 2026-06-15.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string[]> Special =
        new("--special") { Description = "Open dates unlike their weekday, such as 2026-03-25=campaign.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<FileInfo?> Output = new("--out") { Description = "CSV to write the slots of the forecast to." };
    private static readonly Option<bool> Json = new("--json") { Description = "Write JSON." };

    public static Command Create()
    {
        Part.AcceptOnlyFromAmong(["none", .. HolidayParts.All.Select(part => part.Code())]);
        AtLeastOne(Bin);
        AtLeastOne(Horizon);
        AtLeastOne(Origins);
        var command = new Command("forecast", "Interval counts ahead, and what such forecasts were worth before.")
        {
            Input, Bin, Horizon, Origins, Zone, Part, Closed, Special, Output, Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static void AtLeastOne(Option<int> option) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 1 or > 1_440)
            result.AddError($"{option.Name} must be from 1 to 1440.");
    });

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var input = parsed.GetRequiredValue(Input);
        if (!input.Exists)
            return Exit.Because($"There is no file {input}.");
        var named = parsed.GetValue(Zone) ?? (await OpenedCentre.SettingsAsync(parsed, stop)).Zone;
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(named) is not { } zone)
            return Exit.Misused($"--zone {named} is not a time zone.");
        using var text = input.OpenText();
        var report = CountFile.Read(text)
            .Then(rows => CountHistory.From(rows, parsed.GetValue(Bin), zone))
            .Then(history => CalendarOf(parsed, history).Then(calendar => (Outcome<ForecastStudy>)
                ForecastStudy.Make(history, calendar, parsed.GetValue(Horizon), parsed.GetValue(Origins), null, stop)))
            .Then<ForecastReport>(study => new ForecastReport(study, parsed.GetValue(Origins)));
        if (!report.Allowed)
            return Exit.Because($"{input.Name}: {report.Refusals[0].Text}");
        if (parsed.GetValue(Output) is { } output)
            await File.WriteAllTextAsync(output.FullName, report.Value.ToCsv(), stop);
        Console.WriteLine(parsed.GetValue(Json) ? report.Value.ToJson() : report.Value.ToText());
        return Exit.Done;
    }

    private static Outcome<DayCalendar> CalendarOf(ParseResult parsed, CountHistory history)
    {
        var own = new List<SpecialDay>();
        foreach (var text in (parsed.GetValue(Special) ?? []).Concat(parsed.GetValue(Closed) ?? []))
        {
            var (date, kind) = text.Split('=', 2) is [var before, var after] ? (before, after) : (text, null);
            if (LocalDatePattern.Iso.Parse(date) is not { Success: true } read)
                return new Refusal("forecast.day",
                    $"\"{text}\" is neither a closed date such as 2026-06-15 nor a special one such as 2026-03-25=campaign.");
            own.Add(new(read.Value, kind ?? "closed", Closed: kind is null));
        }
        return HolidayParts.Find(parsed.GetRequiredValue(Part)) is { } part
            ? BankHolidays.Calendar(BankHolidays.Shipped, part, history.Last, own)
            : new DayCalendar(own);
    }
}
