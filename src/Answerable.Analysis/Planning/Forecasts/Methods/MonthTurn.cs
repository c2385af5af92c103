using NodaTime;

namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>
/// How demand rises and falls with the place in the month (wages, rents, bills). Each ordinary day's total is divided by the
/// mean of the same weekdays up to four weeks either side; the ratios are smoothed over the place in the month by a Gaussian
/// kernel, drawn to nothing where few months were seen, and scaled by how well they foretell a month left out. On a series
/// without such a pattern the scale is near nought. O(days^2) sums of day totals.
/// </summary>
internal sealed class MonthTurn
{
    private const double Bandwidth = 1.2;
    private const double Doubt = 2;
    private const int Weeks = 4;
    private const int Passes = 2;
    private const int LeastDays = 30;

    private readonly double[] effect = new double[32];

    /// <summary>Learns from ordinary days; from fewer than thirty it learns nothing.</summary>
    public static MonthTurn Of(IReadOnlyList<CleanDay> days)
    {
        var turn = new MonthTurn();
        CleanDay[] ordinary = [.. days.Where(day => day.Mark == DayMark.Ordinary && day.Total > 0)];
        if (ordinary.Length < LeastDays)
            return turn;
        for (var pass = 0; pass < Passes; pass++)
            turn.Learn([.. ordinary.Select(day => (day.Date, turn.Ratio(ordinary, day)))]);
        return turn;
    }

    /// <summary>What an ordinary day's total on the date is multiplied by.</summary>
    public double FactorOn(LocalDate date) => 1 + effect[PlaceOf(date) + 15];

    /// <summary>1 is the first of a month, 0 the last of the one before, from -15 to 15.</summary>
    private static int PlaceOf(LocalDate date) =>
        date.Day <= 15 ? date.Day : Math.Max(-15, date.Day - date.Calendar.GetDaysInMonth(date.Year, date.Month));

    private double Ratio(CleanDay[] days, CleanDay day)
    {
        var around = days.Where(other => other.Date != day.Date && other.Date.DayOfWeek == day.Date.DayOfWeek
            && Math.Abs(Period.DaysBetween(other.Date, day.Date)) <= 7 * Weeks).ToArray();
        return around.Length == 0 ? 0 : day.Total / around.Average(other => other.Total / FactorOn(other.Date)) - 1;
    }

    private void Learn((LocalDate Date, double Ratio)[] seen)
    {
        double agree = 0, square = 0;
        foreach (var month in seen.GroupBy(day => (day.Date.Year, day.Date.Month)))
        {
            var others = seen.Where(day => (day.Date.Year, day.Date.Month) != month.Key).ToArray();
            foreach (var (date, ratio) in month)
            {
                var foretold = At(others, PlaceOf(date));
                agree += foretold * ratio;
                square += foretold * foretold;
            }
        }
        var scale = square > 0 ? Math.Clamp(agree / square, 0, 1) : 0;
        for (var place = -15; place <= 15; place++)
            effect[place + 15] = scale * At(seen, place);
    }

    private static double At((LocalDate Date, double Ratio)[] seen, int place)
    {
        double sum = 0, weights = Doubt;
        foreach (var (date, ratio) in seen)
        {
            var away = (PlaceOf(date) - place) / Bandwidth;
            var weight = Math.Exp(-away * away / 2);
            sum += weight * ratio;
            weights += weight;
        }
        return sum / weights;
    }
}
