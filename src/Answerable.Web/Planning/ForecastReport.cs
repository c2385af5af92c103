using System.Globalization;
using System.Text;
using System.Text.Json;
using Answerable.Analysis.Planning;
using Answerable.Analysis.Planning.Forecasts;
using NodaTime;

namespace Answerable.Web.Planning;

/// <summary>A forecast with its scores, as JSON, CSV or text. Errors are in percent, rounded to a thousandth of a point.</summary>
internal sealed class ForecastReport
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true };

    private readonly CountHistory history;
    private readonly IReadOnlyList<string> methods;
    private readonly IReadOnlyList<OriginScore> scores;
    private readonly PoolForecast ahead;
    private readonly CleanHistory clean;

    private ForecastReport(CountHistory history, CleanHistory clean, IReadOnlyList<string> methods, IReadOnlyList<OriginScore> scores, PoolForecast ahead) =>
        (this.history, this.clean, this.methods, this.scores, this.ahead) = (history, clean, methods, scores, ahead);

    public static Outcome<ForecastReport> Make(CountHistory history, DayCalendar calendar, int horizonDays, int origins)
    {
        var pool = new ForecastPool(history, calendar, horizonDays);
        return RollingOrigins.Score(history, pool, horizonDays, origins).Then<ForecastReport>(scores =>
            new ForecastReport(history, CleanHistory.Of(history, calendar), [.. pool.Methods.Select(m => m.Name)], scores, pool.Forecast(history.Last)));
    }

    private ForecastErrors Pool => scores.Aggregate(ForecastErrors.None, (sum, score) => sum.With(score.Pool));

    private ForecastErrors Method(int method) => scores.Aggregate(ForecastErrors.None, (sum, score) => sum.With(score.Methods[method]));

    private Dictionary<string, T> ByMethod<T>(Func<int, T> of) =>
        methods.Select((name, at) => (name, at)).ToDictionary(pair => pair.name, pair => of(pair.at));

    private static double? Percent(double? share) => share is { } known ? Math.Round(known * 100, 3) : null;

    public string ToJson() => JsonSerializer.Serialize(new
    {
        unit = "percent",
        bin_minutes = history.Hours.BinMinutes,
        overall = new
        {
            wape = new { pool = Percent(Pool.Wape), models = ByMethod(m => Percent(Method(m).Wape)) },
            mape = Percent(Pool.MapeOfNonZero),
            mape_intervals_excluded = Pool.Excluded,
            bias = Percent(Pool.Bias),
            poisson_floor = Percent(Pool.PoissonFloor),
            intervals = Pool.Intervals,
            coverage_80 = Percent(RollingOrigins.Coverage(scores, 0.8).OfSlots),
            coverage_95 = Percent(RollingOrigins.Coverage(scores, 0.95).OfSlots),
        },
        origins = scores.Select(score => new
        {
            origin = Iso(score.Origin),
            wape = new { pool = Percent(score.Pool.Wape), models = ByMethod(m => Percent(score.Methods[m].Wape)) },
            weights = ByMethod(m => Math.Round(score.Forecast.Weights[m], 4)),
        }),
        marked = clean.Days.Where(day => day.Mark != DayMark.Ordinary).Select(day => new { date = Iso(day.Date), mark = day.Mark.ToString(), kind = day.Kind }),
        forecast = ahead.Made.Days.Select((day, at) => new
        {
            date = Iso(day.Date), mark = day.Mark.ToString(), total = Math.Round(ahead.Counts[at].Sum(), 1),
            low_80 = ahead.Spread.Day(ahead.Counts[at], 0.8).Low, high_80 = ahead.Spread.Day(ahead.Counts[at], 0.8).High,
            slots = ahead.Counts[at].Select(count => Math.Round(count, 2)),
        }),
    }, Written);

    public string ToCsv()
    {
        var text = new StringBuilder("DateTime,Calls,Low80,High80\n");
        for (var day = 0; day < ahead.Made.Days.Count; day++)
            for (var slot = 0; slot < history.Hours.Slots; slot++)
            {
                var start = ahead.Made.Days[day].Date.At(history.Hours.StartOf(slot));
                var (low, high) = ahead.Spread.Slot(ahead.Counts[day][slot], 0.8);
                text.Append(CultureInfo.InvariantCulture, $"{NodaTime.Text.LocalDateTimePattern.GeneralIso.Format(start)},{ahead.Counts[day][slot]:F2},{low:F0},{high:F0}\n");
            }
        return text.ToString();
    }

    public string ToText()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"WAPE over {scores.Count} origins: pool {Percent(Pool.Wape):F2} % (Poisson floor {Percent(Pool.PoissonFloor):F2} %, bias {Percent(Pool.Bias):+0.00;-0.00} %)");
        for (var method = 0; method < methods.Count; method++)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {methods[method],-22}{Percent(Method(method).Wape):F2} %");
        for (var day = 0; day < ahead.Made.Days.Count; day++)
        {
            var (low, high) = ahead.Spread.Day(ahead.Counts[day], 0.8);
            text.AppendLine(CultureInfo.InvariantCulture, $"{Iso(ahead.Made.Days[day].Date)} {ahead.Counts[day].Sum(),10:F0}  ({low:F0} to {high:F0}, 80 %)");
        }
        return text.ToString().TrimEnd();
    }

    private static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);
}
