namespace Answerable.Benchmarks;

internal static class Program
{
    private static void Main() => Simulation.ScienceBench.Run(Console.Out);
}
