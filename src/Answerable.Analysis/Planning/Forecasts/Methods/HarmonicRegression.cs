using MathNet.Numerics.LinearAlgebra;

namespace Answerable.Analysis.Planning.Forecasts;

/// <summary>
/// Weekday levels and Fourier terms of the day, the first of them apart for each weekday, by discounted least squares; its
/// errors follow an autoregression on the last two slots and the same slot of the last open day. Ridge on every term but the
/// levels. After Hyndman and Athanasopoulos (2021), dynamic harmonic regression. O(values x terms^2).
/// </summary>
public sealed class HarmonicRegression(int shared = 10, int perWeekday = 4, double halfLifeWeeks = 6) : IForecastMethod
{
    private const double Ridge = 1.0;

    /// <inheritdoc/>
    public string Name => "harmonic-ar";

    /// <inheritdoc/>
    public double[][] Forecast(CleanHistory past, IReadOnlyList<TargetDay> ahead)
    {
        var series = new OpenSeries(past);
        if (series.Period == 0 || series.Values.Length < 3 * series.Period)
            return new MeanOfLast().Forecast(past, ahead);
        var weekdays = series.Slots.Select(slot => slot.Weekday).Distinct().ToArray();
        var rows = series.Slots.ToDictionary(slot => slot,
            slot => Terms(Array.IndexOf(weekdays, slot.Weekday), weekdays.Length, slot.Slot, past.Hours.Slots));
        var terms = series.Days.SelectMany(day => series.Slots.Where(slot => slot.Weekday == (int)day.Date.DayOfWeek))
            .Select(slot => rows[slot]).ToArray();
        var beta = Fit(terms, series.Values, weekdays.Length, Math.Pow(0.5, 1 / (halfLifeWeeks * series.Period)));
        var errors = series.Values.Select((value, i) => value - Dot(beta, terms[i])).ToList();
        var slots = ahead.Select(day => series.Slots.Where(slot => slot.Weekday == (int)day.Date.DayOfWeek).ToArray()).ToArray();
        var carried = ErrorAutoregression.Continue(errors, series.Period / weekdays.Length, slots.Sum(slot => slot.Length));
        return Lay(past.Hours.Slots, slots, slot => Dot(beta, rows[slot]), carried);
    }

    private static double[][] Lay(int width, (int, int Slot)[][] slots, Func<(int, int), double> fitted, double[] carried)
    {
        var at = 0;
        return [.. slots.Select(day =>
        {
            var counts = new double[width];
            foreach (var slot in day)
                counts[slot.Slot] = Math.Max(0, fitted(slot) + carried[at++]);
            return counts;
        })];
    }

    private double[] Terms(int weekday, int weekdays, int slot, int slots)
    {
        var (common, own) = (Math.Min(shared, (slots - 1) / 2), Math.Min(perWeekday, (slots - 1) / 2));
        var row = new double[weekdays + 2 * common + 2 * own * weekdays];
        row[weekday] = 1;
        for (var k = 1; k <= common; k++)
            Wave(row, weekdays + 2 * (k - 1), k, slot, slots);
        for (var k = 1; k <= own; k++)
            Wave(row, weekdays + 2 * common + 2 * (own * weekday + k - 1), k, slot, slots);
        return row;
    }

    private static void Wave(double[] row, int at, int k, int slot, int slots) =>
        (row[at], row[at + 1]) = Math.SinCos(2 * Math.PI * k * (slot + 0.5) / slots);

    private static double[] Fit(double[][] terms, double[] values, int levels, double discount)
    {
        var width = terms[0].Length;
        var normal = Matrix<double>.Build.Dense(width, width);
        var right = Vector<double>.Build.Dense(width);
        var weight = 1.0;
        for (var i = values.Length - 1; i >= 0; i--, weight *= discount)
        {
            var row = terms[i];
            for (var a = 0; a < width; a++)
            {
                if (row[a] == 0)
                    continue;
                right[a] += weight * row[a] * values[i];
                for (var b = 0; b < width; b++)
                    normal[a, b] += weight * row[a] * row[b];
            }
        }
        for (var a = 0; a < width; a++)
            normal[a, a] += a < levels ? 1e-9 : Ridge;
        return normal.Cholesky().Solve(right).ToArray();
    }

    private static double Dot(double[] beta, double[] row)
    {
        var sum = 0.0;
        for (var i = 0; i < beta.Length; i++)
            sum += beta[i] * row[i];
        return sum;
    }
}
