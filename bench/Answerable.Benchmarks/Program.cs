namespace Answerable.Benchmarks;

internal static class Program
{
    private static void Main()
    {
        Planning.PlanningBench.Run(Console.Out);
    }
}
