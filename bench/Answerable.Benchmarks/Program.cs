namespace Answerable.Benchmarks;

internal static class Program
{
    private static void Main()
    {
    }
}
