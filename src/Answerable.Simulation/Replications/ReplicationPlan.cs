using Answerable.Simulation.Statistics;

namespace Answerable.Simulation.Replications;

/// <summary>How replications are run: on how many threads, telling whom, and until when.</summary>
/// <param name="Threads">Threads to use; never changes a figure. 0 means every core.</param>
/// <param name="Progress">Told after every replication, from whichever thread finished it.</param>
/// <param name="Cancellation">Stops the study: between replications, and within one if the model looks at it too.</param>
public sealed record ReplicationPlan(int Threads = 0, IProgress<Progress>? Progress = null, CancellationToken Cancellation = default)
{
    /// <summary>
    /// Runs replications <paramref name="from"/> to <paramref name="to"/> - 1 and gives their results in order. Each must depend only on its
    /// number: then the results are the same on any number of threads.
    /// </summary>
    /// <exception cref="OperationCanceledException">The study was stopped.</exception>
    public IReadOnlyList<T> Run<T>(int from, int to, Func<int, CancellationToken, T> replicate)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to);
        if (Threads < 0)
            throw new InvalidOperationException("Replications run on a number of threads that is 0 or more.");
        var results = new T[to - from];
        var done = from;
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Threads == 0 ? Environment.ProcessorCount : Threads,
            CancellationToken = Cancellation
        };
        Parallel.ForEach(OneByOne(from, to), options, number =>
        {
            results[number - from] = replicate(number, Cancellation);
            Progress?.Report(new Progress(Interlocked.Increment(ref done), to));
        });
        return results;
    }

    /// <summary>
    /// Runs <paramref name="first"/> replications, then as many more as the stopping rule projects, until its wanted error is reached.
    /// The looks depend only on the results, so the same seed stops at the same place on any number of threads.
    /// </summary>
    public SequentialStudy<T> RunUntil<T>(
        StoppingRule rule, int first, Func<int, CancellationToken, T> replicate, Func<IReadOnlyList<T>, IReadOnlyList<Estimate>> figures)
    {
        var results = new List<T>(Run(0, Math.Min(first, rule.Most), replicate));
        var now = figures(results);
        while (!rule.Satisfied(now) && results.Count < rule.Most)
        {
            results.AddRange(Run(results.Count, rule.Next(results.Count, now), replicate));
            now = figures(results);
        }
        return new SequentialStudy<T>(results, now, rule.Satisfied(now));
    }

    // Handed out one at a time: a thread with short replications takes more of them.
    private static System.Collections.Concurrent.OrderablePartitioner<int> OneByOne(int from, int to) =>
        System.Collections.Concurrent.Partitioner.Create(Enumerable.Range(from, to - from),
            System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering);
}
