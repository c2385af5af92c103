using System.Diagnostics;
using Answerable.Analysis.Rehearsal;
using Answerable.Simulation.Streams;
namespace Answerable.Benchmarks.Simulation;

internal static class ScienceBench
{
    public static void Run(TextWriter to)
    {
        var scenario = Scenario.Named("M/M/310+M")
            .With(ContactType.ByPhone("calls").Arriving(perHour: 6000).TakingOnAverage(180).WaitingOnAverage(120))
            .With(SkillGroup.Of("agents", 310).Serving("calls"));
        for (int i = 0; i < 6; i++)
        {
            var b = GC.GetAllocatedBytesForCurrentThread();
            var w = Stopwatch.StartNew();
            var c = new Centre(scenario, new StreamSource(1), i);
            c.RunUntil(600000);
            var t = c.EndWindow(600000);
            var s = w.Elapsed.TotalSeconds;
            to.WriteLine($"{t[0, TypeCount.Attempts] / s:N0} contacts/s {c.Events / s:N0} ev/s, pwait {t[0, TypeCount.FoundBusy] / t[0, TypeCount.Attempts]:F4} ab {t[0, TypeCount.Abandoned] / t[0, TypeCount.Attempts]:F5} occ {t[0, GroupCount.BusyTime] / t[0, GroupCount.OnDutyTime]:F4} bytes {GC.GetAllocatedBytesForCurrentThread() - b:N0}");
        }
    }
}
