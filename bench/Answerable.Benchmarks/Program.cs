namespace Answerable.Benchmarks;

internal static class Program
{
    private static void Main(string[] args)
    {
        if (args is ["science", ..])
            Simulation.ScienceBench.Run(Console.Out);
    }
}
