using System.Globalization;
using Answerable.Analysis.Planning.Markov;

namespace Answerable.Tests.Planning.Markov;

public sealed class TransientVectorTests
{
    private static readonly List<Dictionary<string, string>> Rows = SharedFile.Rows("vectors/transient.csv");

    public static TheoryData<string> Cases => [.. Rows.Select(row => row["case"]).Distinct()];

    [Theory, MemberData(nameof(Cases))]
    public void Every_half_hour_of_a_reference_day_is_met_to_a_hundred_millionth(string name)
    {
        var shiftEnd = name.Contains("preempt", StringComparison.Ordinal) ? ShiftEnd.Preempt : ShiftEnd.Exhaustive;
        var day = new TransientDay(180, 240, 1800, shiftEnd);
        foreach (var row in Rows.Where(row => row["case"] == name))
        {
            var figures = day.Next(new TransientInterval(Number(row["calls_per_hour"]), (int)Number(row["agents"])))!.Value;
            var what = $"{name} interval {row["interval"]}";
            Close.To(row["offered"], figures.Offered, 1e-8, $"{what} offered");
            Close.To(row["p_wait"], figures.Waits, 1e-8, $"{what} p_wait");
            Close.To(row["abandons"], figures.Abandons, 1e-8, $"{what} abandons");
            Close.To(row["completions"], figures.Completions, 1e-8, $"{what} completions");
            Close.To(row["mean_queue"], figures.MeanQueue, 1e-8, $"{what} mean_queue");
            Close.To(row["mean_busy"], figures.MeanBusy, 1e-8, $"{what} mean_busy");
            Close.To(row["queue_at_end"], figures.QueueAtEnd, 1e-8, $"{what} queue_at_end");
            Close.To(row["busy_at_end"], figures.BusyAtEnd, 1e-8, $"{what} busy_at_end");
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
