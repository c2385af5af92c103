using Answerable.Analysis.Planning.Rosters;

namespace Answerable.Benchmarks.Planning;

/// <summary>What the roster search reaches in a few seconds on the public instances, and how fast its inner path is.</summary>
internal static class RosterBench
{
    private static readonly TimeSpan EachFor = TimeSpan.FromSeconds(10);

    public static void Run(TextWriter to)
    {
        to.WriteLine($"Rosters, {EachFor.TotalSeconds:F0} s each on {Environment.ProcessorCount} processors");
        to.WriteLine("instance  cost  lower bound   gap %  seconds  paths/s");
        for (var instance = 1; instance <= 6; instance++)
            if (ReferenceFiles.Find($"vectors/rostering/Instance{instance}.txt") is { } file)
                Solve(to, instance, RosterText.Read(File.ReadAllText(file)).Value);
            else
                to.WriteLine($"{instance,8}  the instance file is not here");
    }

    private static void Solve(TextWriter to, int instance, RosterProblem problem)
    {
        using var stop = new CancellationTokenSource(EachFor);
        var began = TimeProvider.System.GetTimestamp();
        var result = RosterSearch.Run(problem, new(Seed: 1, Lanes: Environment.ProcessorCount), stop: stop.Token).Value;
        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        to.WriteLine(
            $"{instance,8}  {result.Verdict.Cost,4}  {result.LowerBound,11}  {100 * result.Gap,6:F2}  {seconds,7:F1}  {PathsASecond(problem),7:F0}");
    }

    private static double PathsASecond(RosterProblem problem)
    {
        const int Rounds = 200;
        var model = new RosterModel(problem);
        var table = new PathTable();
        var state = new RosterState(model);
        var costs = new int[model.Days * model.Width];
        var chosen = new int[model.Days];
        BestResponse[] responses = [.. model.People.Select((_, person) => new BestResponse(model, person, table))];
        var began = TimeProvider.System.GetTimestamp();
        for (var round = 0; round < Rounds; round++)
            for (var person = 0; person < responses.Length; person++)
            {
                state.Price(person, costs);
                responses[person].Solve(costs, chosen);
            }
        return Rounds * responses.Length / TimeProvider.System.GetElapsedTime(began).TotalSeconds;
    }
}
