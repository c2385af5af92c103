using System.Globalization;
using System.Text;
using System.Text.Json;
using Answerable.Analysis.Planning;
using Answerable.Analysis.Planning.Forecasts;
using Answerable.Model;
using NodaTime;
using NodaTime.Extensions;

namespace Answerable.Web.Planning;

/// <summary>A forecast with its scores, as JSON, CSV or text. Errors are in percent, rounded to a thousandth of a point.</summary>
/// <param name="originsAsked">Earlier dates that were to be forecast from; the history may hold fewer.</param>
internal sealed class ForecastReport(ForecastStudy study, int originsAsked)
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true };

    private CountHistory History => study.History;

    private PoolForecast Ahead => study.Ahead;

    private ForecastErrors Pool => study.Pool;

    private Dictionary<string, T> ByMethod<T>(Func<int, T> of) =>
        study.Methods.Select((name, at) => (name, at)).ToDictionary(pair => pair.name, pair => of(pair.at));

    private static double? Percent(double? share) => share is { } known ? Math.Round(known * 100, 3) : null;

    public string ToJson() => JsonSerializer.Serialize(new
    {
        unit = "percent",
        bin_minutes = History.Hours.BinMinutes,
        rests_on = RestsOn(),
        overall = new
        {
            wape = new { pool = Percent(Pool.Wape), models = ByMethod(method => Percent(study.Method(method).Wape)) },
            mape = Percent(Pool.MapeOfNonZero),
            mape_intervals_excluded = Pool.Excluded,
            bias = Percent(Pool.Bias),
            poisson_floor = Percent(Pool.PoissonFloor),
            intervals = Pool.Intervals,
            coverage_80 = Percent(RollingOrigins.Coverage(study.Scores, 0.8).OfSlots),
            coverage_95 = Percent(RollingOrigins.Coverage(study.Scores, 0.95).OfSlots),
        },
        origins = study.Scores.Select(score => new
        {
            origin = Iso(score.Origin),
            wape = new { pool = Percent(score.Pool.Wape), models = ByMethod(method => Percent(score.Methods[method].Wape)) },
            weights = ByMethod(method => Math.Round(score.Forecast.Weights[method], 4)),
        }),
        marked = study.Clean.Days.Where(day => day.Mark != DayMark.Ordinary)
            .Select(day => new { date = Iso(day.Date), mark = day.Mark.ToString(), kind = day.Kind }),
        forecast = Ahead.Made.Days.Select((day, at) => new
        {
            date = Iso(day.Date),
            mark = day.Mark.ToString(),
            total = Math.Round(Ahead.Counts[at].Sum(), 1),
            low_80 = Ahead.Spread?.Day(Ahead.Counts[at], 0.8).Low,
            high_80 = Ahead.Spread?.Day(Ahead.Counts[at], 0.8).High,
            slots = Ahead.Counts[at].Select(count => Math.Round(count, 2)),
        }),
    }, Written);

    public string ToCsv()
    {
        var text = new StringBuilder("DateTime,Calls,Low80,High80\n");
        for (var day = 0; day < Ahead.Made.Days.Count; day++)
            for (var slot = 0; slot < History.Hours.Slots; slot++)
            {
                var start = Ahead.Made.Days[day].Date.At(History.Hours.StartOf(slot));
                var band = Ahead.Spread?.Slot(Ahead.Counts[day][slot], 0.8);
                text.Append(CultureInfo.InvariantCulture,
                    $"{NodaTime.Text.LocalDateTimePattern.GeneralIso.Format(start)},{Ahead.Counts[day][slot]:F2},{band?.Low:F0},{band?.High:F0}\n");
            }
        return text.ToString();
    }

    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var line in RestsOn())
            text.AppendLine(line);
        if (Pool.Wape is not null)
            Errors(text);
        for (var day = 0; day < Ahead.Made.Days.Count; day++)
        {
            var band = Ahead.Spread?.Day(Ahead.Counts[day], 0.8);
            text.Append(CultureInfo.InvariantCulture, $"{Iso(Ahead.Made.Days[day].Date)} {Ahead.Counts[day].Sum(),10:F0}");
            text.AppendLine(band is { } known ? string.Create(CultureInfo.InvariantCulture, $"  ({known.Low:F0} to {known.High:F0}, 80 %)") : "");
        }
        return text.ToString().TrimEnd();
    }

    private void Errors(StringBuilder text)
    {
        text.AppendLine(CultureInfo.InvariantCulture,
            $"WAPE over {study.Scores.Count} origins: pool {Percent(Pool.Wape):F2} % (Poisson floor {Percent(Pool.PoissonFloor):F2} %, bias " +
            $"{Percent(Pool.Bias):+0.00;-0.00;0.00} %)");
        for (var method = 0; method < study.Methods.Count; method++)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {study.Methods[method],-22}{Percent(study.Method(method).Wape):F2} %");
    }

    /// <summary>What is known of the forecast's worth, and what is not: a sentence each.</summary>
    private IEnumerable<string> RestsOn()
    {
        if (study.Scores.Count == 0)
            yield return $"The history is too short to say what such a forecast was worth: {ForecastPool.LeastWeeks} weeks before an earlier date " +
                "and the days ahead after it are needed.";
        else if (study.Scores.Count < originsAsked)
            yield return $"The history holds {study.Scores.Count} earlier dates to forecast from, not {originsAsked}.";
        if (BenchWords.Unseen([.. study.Unseen.Select(weekday => weekday.ToDayOfWeek())]) is { } unseen)
            yield return $"{unseen} Give counts of a whole week, or name the dates that are open with --special.";
        if (study.Scores.Count > 0 && Pool.Wape is null)
            yield return "Nothing came on the days held against the forecasts, so they have no error in percent.";
        if (Ahead.Spread is null)
            yield return "Of so few days no interval is known.";
        else if (Ahead.SpreadOfOwnDays)
            yield return "The intervals come from how the counts' own days differ from others of their weekday.";
    }

    private static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);
}
