namespace Answerable.Benchmarks;

/// <summary><c>./do bench</c> runs all; <c>./do bench NAME ...</c> runs those named. Each prints its figures beside their baselines of the same
/// run.</summary>
internal static class Program
{
    private static readonly (string Name, Action<TextWriter> Run)[] All =
    [
        ("journal", Journal.JournalBench.Run),
        ("api", Api.ApiBench.Run),
        ("desk", Conduct.DeskBench.Run),
        ("busy", Conduct.BusyDeskBench.Run),
        ("walk", Conduct.WalkBench.Run),
        ("kpi", Measures.KpiBench.Run),
        ("memory", Measures.MemoryBench.Run),
        ("start", Start.StartBench.Run),
        ("planning", Planning.PlanningBench.Run),
        ("forecast", Planning.ForecastBench.Run),
        ("roster", Planning.RosterBench.Run),
        ("science", Simulation.ScienceBench.Run),
        ("twin", Simulation.TwinBench.Run),
    ];

    private static int Main(string[] args)
    {
        if (args.Except(All.Select(bench => bench.Name)).FirstOrDefault() is { } unknown)
        {
            Console.Error.WriteLine($"No bench is called '{unknown}'. There are: {string.Join(", ", All.Select(bench => bench.Name))}.");
            return 2;
        }
        foreach (var (name, run) in All.Where(bench => args.Length == 0 || args.Contains(bench.Name)))
        {
            Console.WriteLine($"== {name}");
            run(Console.Out);
        }
        return 0;
    }
}
