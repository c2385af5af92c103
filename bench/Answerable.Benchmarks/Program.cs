using Answerable.Benchmarks.Api;
using Answerable.Benchmarks.Journal;

namespace Answerable.Benchmarks;

internal static class Program
{
    private static void Main(string[] args)
    {
        if (args.Length == 0 || args.Contains("ApiBench"))
            ApiBench.Run(Console.Out);
        if (args.Length == 0 || args.Contains("JournalBench"))
            JournalBench.Run(Console.Out);
    }
}
