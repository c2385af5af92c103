namespace Answerable.Analysis.Planning.Rosters;

/// <summary>
/// One search in progress. It goes in cycles of growing length; within a cycle the lanes (and the bound, until it settles) work
/// side by side and share nothing, and only between cycles do they exchange, in a fixed order: so chance alone decides, never timing.
/// </summary>
internal sealed class RosterRun(RosterModel model, RosterOptions options, IProgress<RosterProgress>? progress)
{
    private const int FirstMoves = 1_000;
    private const int MostMoves = 64_000;
    private const int LeastBoundSteps = 400;
    private const double Warm = 8, Hot = 30;

    private readonly RosterLane[] lanes =
        [.. Enumerable.Range(0, Math.Max(1, options.Lanes)).Select(lane => new RosterLane(model, options.Seed, lane))];
    private readonly RosterBound bound = new(model);
    private readonly Lock reporting = new();
    private long reported = long.MaxValue;

    public RosterState Best => lanes.MinBy(lane => lane.Best.Cost)!.Best;
    public long LowerBound => bound.Proven;

    private bool Proven => Best.Cost <= bound.Proven * PersonModel.Scale;

    public int? Construct()
    {
        foreach (var lane in lanes)
            if (options.From is { } from)
                lane.Take(from);
            else if (lane.Construct() is { } stuck)
                return stuck;
        Report(Best.Cost);
        return null;
    }

    public int Improve(CancellationToken stop)
    {
        var cycle = 0;
        bound.Climb(LeastBoundSteps, Best.Cost, stop);
        for (var moves = FirstMoves; cycle < options.Cycles && !Proven && !stop.IsCancellationRequested; cycle++)
        {
            var (target, climbs) = (Best.Cost, !bound.Settled);
            Exchange(cycle);
            Parallel.For(0, lanes.Length + (climbs ? 1 : 0), new ParallelOptions { MaxDegreeOfParallelism = options.Processors }, worker =>
            {
                if (worker < lanes.Length)
                    lanes[worker].Anneal(moves, FromBest(worker, cycle) ? Warm : Hot, Report, stop);
                else
                    bound.Climb(Math.Max(LeastBoundSteps, moves / 8), target, stop);
            });
            moves = Math.Min(MostMoves, moves * 2);
        }
        return cycle;
    }

    /// <summary>In turn a lane refines the best of all gently and shakes its own hard, so that not all eggs lie in one basket.</summary>
    private static bool FromBest(int lane, int cycle) => (lane + cycle) % 2 == 0;

    private void Exchange(int cycle)
    {
        double[] prices = [.. bound.Prices];
        var best = new RosterState(model);
        best.CopyFrom(Best);
        for (var lane = 0; lane < lanes.Length; lane++)
            lanes[lane].StartFrom(FromBest(lane, cycle) ? best : lanes[lane].Best, prices);
    }

    private void Report(long cost)
    {
        lock (reporting)
        {
            if (cost >= reported)
                return;
            reported = cost;
            progress?.Report(new(cost / PersonModel.Scale, bound.Proven));
        }
    }
}
