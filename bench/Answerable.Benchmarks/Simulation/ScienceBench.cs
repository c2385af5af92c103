using System.Diagnostics;
using System.Globalization;
using Answerable.Analysis.Rehearsal;
using Answerable.Simulation.Replications;
using Answerable.Simulation.Streams;

namespace Answerable.Benchmarks.Simulation;

/// <summary>How fast rehearsals are: contacts a second beside SimPy, many skills, a year, and whether cost and memory stay flat.</summary>
internal static class ScienceBench
{
    private const int Contacts = 1_000_000;

    public static void Run(TextWriter to)
    {
        var numbers = CultureInfo.InvariantCulture;
        var one = BenchScenarios.OneQueue();
        Timed(one, Contacts);
        var ours = Best(one, Contacts);
        to.WriteLine(
            string.Create(numbers,
            $"M/M/310+M, {Contacts:N0} contacts, one core: {ours.PerSecond:N0} contacts/s (aim 5,000,000; {ours.Events:N0} events/s); " +
            $"{ours.Waited:P2} waited, {ours.GaveUp:P2} gave up"));
        to.WriteLine(SimPy.Run(Contacts) is [var contacts, var seconds, var waited, var gaveUp]
            ? string.Create(numbers,
                $"  SimPy, same model, same run: {contacts / seconds:N0} contacts/s ({ours.PerSecond * seconds / contacts:N0} times as many here); " +
                $"{waited:P2} waited, {gaveUp:P2} gave up")
            : "  SimPy was not found: apt-get install python3-simpy3");

        Timed(BenchScenarios.TenGroups(), Contacts / 2);
        var many = Best(BenchScenarios.TenGroups(), Contacts);
        to.WriteLine(string.Create(numbers, $"10 skill groups x 5 contact types with repeats: {many.PerSecond:N0} contacts/s (aim 1,000,000)"));
        Year(to);
        foreach (var size in new[] { 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000 })
        {
            var flat = Best(one, size);
            to.WriteLine(
                string.Create(numbers,
                $"{size,11:N0} contacts: {1e9 / flat.PerSecond:F1} ns each (aim: flat within 20 %), {flat.BytesEach:F4} bytes allocated each in " +
                $"the loop (aim 0)"));
        }
    }

    private static void Year(TextWriter to)
    {
        var (clock, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.UserTime);
        var runs = RehearsalStudy.Run(BenchScenarios.Year(), seed: 1, replications: 2, new ReplicationPlan(Threads: 2), out var problem)
            ?? throw new InvalidOperationException(problem);
        var contacts = runs.Sum(r => r.Total.All(TypeCount.Attempts));
        to.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
            $"a year of a 500-seat centre, twice on 2 cores: {clock.Elapsed.TotalSeconds:F1} s for both (aim 15 s), " +
            $"{(Environment.CpuUsage.UserTime - processor).TotalSeconds:F1} processor seconds; {contacts:N0} contacts, " +
            $"{runs[0].Total.All(GroupCount.BusyTime) / runs[0].Total.All(GroupCount.OnDutyTime):P1} occupancy"));
    }

    // Small runs are repeated until they can be timed. Processor seconds, best of five: the machine may be shared.
    private static Timing Best(Scenario scenario, int contacts) =>
        Enumerable.Range(0, contacts > 20_000_000 ? 1 : 5).Select(_ => Timed(scenario, contacts)).MaxBy(t => t.PerSecond)!;

    private static Timing Timed(Scenario scenario, int contacts)
    {
        var repeats = Math.Max(1, 2_000_000 / contacts);
        var length = contacts / scenario.Types.Sum(t => t.Demand.Mean);
        var (seconds, bytes, events) = (0.0, 0L, 0L);
        var all = new Tally(scenario.Types.Count, scenario.Groups.Count);
        for (var i = 0; i < repeats; i++)
        {
            var centre = new Centre(scenario, new StreamSource(1), i);
            centre.RunUntil(1800);
            centre.StartWindow(1800);
            var (startEvents, startBytes, start) = (centre.Events, GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.UserTime);
            centre.RunUntil(1800 + length);
            seconds += (Environment.CpuUsage.UserTime - start).TotalSeconds;
            bytes += GC.GetAllocatedBytesForCurrentThread() - startBytes;
            events += centre.Events - startEvents;
            all.Add(centre.EndWindow(1800 + length));
        }
        var attempts = all.All(TypeCount.Attempts);
        return new Timing(attempts / seconds, events / seconds, bytes / attempts,
            all.All(TypeCount.FoundBusy) / attempts, all.All(TypeCount.Abandoned) / attempts);
    }

    private sealed record Timing(double PerSecond, double Events, double BytesEach, double Waited, double GaveUp);
}
