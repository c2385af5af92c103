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
        Bin.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is >= 1 and <= 1_440 and var minutes && 1_440 % minutes != 0)
                result.AddError($"--bin: {minutes} minutes do not divide the day; 15, 20, 30 and 60 do.");
        });
        Dated(Closed, "a date such as 2026-06-15", text => IsDate(text));
        Dated(Special, "a date and what it is, such as 2026-03-25=campaign",
            text => text.Split('=', 2) is [var date, { Length: > 0 }] && IsDate(date));
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

    private static LocalDate DateOf(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static bool IsDate(string text) => LocalDatePattern.Iso.Parse(text).Success;

    private static void Dated(Option<string[]> option, string what, Predicate<string> reads) => option.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(token => !reads(token.Value)))
            result.AddError($"{option.Name}: '{token.Value}' is not {what}.");
    });

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var input = parsed.GetRequiredValue(Input);
        if (!input.Exists)
            return Exit.Because(Exit.NoFile($"{input}"));
        var named = parsed.GetValue(Zone) ?? (await OpenedCentre.SettingsAsync(parsed, stop)).Zone;
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(named) is not { } zone)
            return Exit.Misused($"--zone {named} is not a time zone.");
        using var text = input.OpenText();
        var report = CountFile.Read(text)
            .Then(rows => CountHistory.From(rows, parsed.GetValue(Bin), zone))
            .Then<ForecastStudy>(history =>
                ForecastStudy.Make(history, CalendarOf(parsed, history), parsed.GetValue(Horizon), parsed.GetValue(Origins), null, stop))
            .Then<ForecastReport>(study => new ForecastReport(study, parsed.GetValue(Origins)));
        if (!report.Allowed)
            return Exit.Because($"{input.Name}: {report.Refusals[0].Text}");
        if (parsed.GetValue(Output) is { } output)
            await File.WriteAllTextAsync(output.FullName, report.Value.ToCsv(), stop);
        Console.WriteLine(parsed.GetValue(Json) ? report.Value.ToJson() : report.Value.ToText());
        return Exit.Done;
    }

    private static DayCalendar CalendarOf(ParseResult parsed, CountHistory history)
    {
        SpecialDay[] own =
        [
            .. (parsed.GetValue(Special) ?? []).Select(text => text.Split('=', 2))
                .Select(said => new SpecialDay(DateOf(said[0]), said[1], Closed: false)),
            .. (parsed.GetValue(Closed) ?? []).Select(text => new SpecialDay(DateOf(text), "closed", Closed: true)),
        ];
        return HolidayParts.Find(parsed.GetRequiredValue(Part)) is { } part
            ? BankHolidays.Calendar(BankHolidays.Shipped, part, history.Last, own)
            : new DayCalendar(own);
    }
}
