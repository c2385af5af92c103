namespace Answerable.App.Measures;

/// <summary>Quarter-hours as stretches of time, each run of neighbouring ones in one.</summary>
internal static class QuarterRuns
{
    private const long QuarterMs = 900_000;

    /// <param name="apart">Those no further from each other than this are neighbours.</param>
    public static IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Of(IEnumerable<int> quarters, int apart = 1)
    {
        int[] rising = [.. quarters.Order()];
        for (var place = 0; place < rising.Length;)
        {
            var first = rising[place];
            while (++place < rising.Length && rising[place] - rising[place - 1] <= apart)
            {
            }
            yield return (Begins(first), Begins(rising[place - 1] + 1));
        }
    }

    private static DateTimeOffset Begins(int quarter) => DateTimeOffset.FromUnixTimeMilliseconds(quarter * QuarterMs);
}
