using Answerable.Simulation.Replications;
using Answerable.Simulation.Statistics;
using Answerable.Simulation.Streams;

namespace Answerable.Tests.Simulation;

public class ReplicationTests
{
    private static double Replicate(int number, CancellationToken cancellation) =>
        10 + new StreamSource(3).Stream("figure", number).NextNormal();

    [Fact]
    public void Results_are_the_same_on_any_number_of_threads() =>
        Assert.Equal(new ReplicationPlan(1).Run(0, 200, Replicate), new ReplicationPlan(4).Run(0, 200, Replicate));

    [Fact]
    public void A_study_stops_once_its_error_is_as_small_as_wanted()
    {
        static SequentialStudy<double> Study(int threads) => new ReplicationPlan(threads).RunUntil(
            new StoppingRule(0.002, 100_000), 20, Replicate, results => [Estimate.OfMean(results)]);
        var study = Study(1);
        Assert.True(study.Satisfied);
        Assert.True(study.Figures[0].GuardedError <= 0.002 * 10.1);
        Assert.InRange(study.Results.Count, 2_000, 5_000);
        Assert.Equal(study.Results, Study(2).Results);
    }

    [Fact]
    public void A_study_that_cannot_reach_its_error_says_so()
    {
        var study = new ReplicationPlan(1).RunUntil(new StoppingRule(1e-6, 50), 20, Replicate, results => [Estimate.OfMean(results)]);
        Assert.False(study.Satisfied);
        Assert.Equal(50, study.Results.Count);
    }

    [Fact]
    public void A_study_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        var plan = new ReplicationPlan(2, Cancellation: stop.Token);
        Assert.ThrowsAny<OperationCanceledException>(() => plan.Run(0, 1_000_000, (number, _) =>
        {
            if (number == 100)
                stop.Cancel();
            return number;
        }));
    }

    [Fact]
    public void Every_replication_is_told_as_progress()
    {
        var heard = new Heard();
        new ReplicationPlan(2, heard).Run(0, 30, Replicate);
        Assert.Equal(Enumerable.Range(1, 30), heard.Done.Order());
    }

    private sealed class Heard : IProgress<Progress>
    {
        public System.Collections.Concurrent.ConcurrentBag<int> Done { get; } = [];

        public void Report(Progress value) => Done.Add(value.Done);
    }
}
