using System.Diagnostics;
using System.Globalization;
using Answerable.Analysis.Planning.Cover;
using Answerable.Analysis.Planning.Erlang;

namespace Answerable.Benchmarks.Planning;

/// <summary>How long exact planning takes: queues, a large queue, a week's requirement, ten days' cover. Medians of runs on one core.</summary>
internal static class PlanningBench
{
    private const int Runs = 21;

    public static void Run(TextWriter to)
    {
        ArgumentNullException.ThrowIfNull(to);
        var queues = Queues();
        Print(to, "Erlang figures", Median(() => queues.ForEach(queue => queue.Figures())) / queues.Count,
            "a queue, B C A K D mixed, 1 to 6,100 agents");
        Print(to, "largest Erlang B", Median(() => ErlangB.Figures(new Load(120_000, 180), 6100)), "6,100 agents");
        Print(to, "Erlang A, 5,000 agents", Median(() => ErlangA.Figures(new Load(60_000, 300), 5000, 300, 20)),
            "with abandonment and service levels; aim under 20 ms");
        Print(to, "general patience", Median(() => GeneralPatience.Figures(new Load(720, 240), 46, Patience.Weibull(0.8, 180), 15)),
            "46 agents, Weibull, integral included; aim under 1 ms");
        var goals = new StaffingGoals { Service = new ServiceGoal(0.8, 20, ServiceLevelDefinition.OfOffered), Shrinkage = 0.3 };
        Print(to, "a week's requirement", Median(() => new StaffRequirement(goals, 180).Of(Week(), 240)),
            "672 intervals, up to 260 erlangs, Erlang A; aim under 5 ms");
        var days = Days();
        Print(to, "ten days' cover", Median(() => days.ForEach(Prove)), "57 shifts, 28 half-hours each, proven; aim under 2 s");
    }

    /// <summary>Queues of the five families at the sizes of the reference vectors.</summary>
    private static List<QueueDesign> Queues() =>
    [
        .. from family in Enum.GetValues<QueueFamily>()
           from size in (int[])[1, 9, 14, 55, 75, 420, 6100]
           let calls = size * 0.95 * 3600 / 240
           select new QueueDesign(family, new Load(calls, 240), size, family == QueueFamily.K ? size + size / 5 + 3 : null, 20, 180),
    ];

    /// <summary>Calls an hour by quarter-hour for seven days, highest late in the morning, lower at the weekend.</summary>
    private static List<double> Week() =>
    [
        .. from quarter in Enumerable.Range(0, 672)
           let hour = quarter % 96 / 4.0
           let day = quarter / 96
           select 40 + (day < 5 ? 3860 : 1500) * Math.Exp(-0.5 * Math.Pow((hour - 11.5) / 3.5, 2)),
    ];

    /// <summary>Ten days of different size and shape, required by the half-hour from 07:00 to 21:00.</summary>
    private static List<CoverDay> Days()
    {
        ShiftKind[] kinds = [new("full", 17) { MealLength = 1, MealOffsets = [7, 8, 9] }, new("part", 8) { MaxShare = 0.25 }];
        return
        [
            .. from number in Enumerable.Range(0, 10)
               let height = number % 2 == 0 ? 22 : 210
               let peak = 6 + number
               select new CoverDay($"day{number}", [.. Enumerable.Range(0, 28).Select(half => Required(half, peak, height))], kinds),
        ];
    }

    private static int Required(int half, int peak, int height) =>
        (int)Math.Ceiling(height * (0.35 + 0.9 * Math.Exp(-0.5 * Math.Pow((half - peak) / 7.0, 2))));

    private static void Prove(CoverDay day)
    {
        if (Covering.Cover(day).Plan is not { IsProven: true })
            throw new InvalidOperationException($"{day.Id} was not proven.");
    }

    /// <summary>Median seconds of a run, after one to warm up; short work is repeated within a run so that the clock can tell.</summary>
    private static double Median(Action work)
    {
        var once = Seconds(work, 1);
        var repeats = (int)Math.Clamp(0.02 / Math.Max(once, 1e-9), 1, 10_000);
        Seconds(work, repeats);
        return Enumerable.Range(0, Runs).Select(_ => Seconds(work, repeats)).Order().ElementAt(Runs / 2);
    }

    private static double Seconds(Action work, int repeats)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < repeats; i++)
            work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds / repeats;
    }

    private static void Print(TextWriter to, string what, double seconds, string note) => to.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"{what,-24} {seconds * 1e6,12:N1} us {1 / seconds,14:N0}/s  {note}"));
}
