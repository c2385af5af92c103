using System.Diagnostics;
using System.Globalization;

namespace Answerable.Benchmarks.Api;

/// <summary>Durable events a second through the API, one event a request, beside one commit an event through the same database.</summary>
internal static class ApiBench
{
    private static readonly int[] Connections = [1, 16, 64, 128];
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(6);

    public static void Run(TextWriter to) => RunAsync(to).GetAwaiter().GetResult();

    private static async Task RunAsync(TextWriter to)
    {
        await OnAsync("SQLite", Path.Combine(Directory.CreateTempSubdirectory("answerable-bench-").FullName, "centre.db"), to);
    }

    private static async Task OnAsync(string title, string database, TextWriter to)
    {
        var key = await ServerProcess.VerbAsync(database, "key", "create", "bench");
        await using (var server = await ServerProcess.StartAsync(database))
        {
            await LoadAsync(server.Port, key, 32, Warming, "warm");
            foreach (var connections in Connections)
            {
                var (perSecond, p50, p99) = await LoadAsync(server.Port, key, connections, Measured, $"c{connections}");
                await to.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"API, {title}, {connections,3} connections, one event a request: {perSecond,7:N0} durable events/s, p50 {p50:0.00} ms, p99 {p99:0.00} ms"));
            }
        }
    }

    private static async Task<(double PerSecond, double P50, double P99)> LoadAsync(int port, string key, int connections, TimeSpan time, string name)
    {
        var began = Stopwatch.GetTimestamp();
        var until = began + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var load = Enumerable.Range(0, connections).Select(number => new LoadConnection(port, key, $"{name}-{number}")).ToArray();
        var from = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        await Task.WhenAll(load.Select((connection, place) => Task.Run(() => connection.RunAsync(until, from.AddMinutes(place)))));
        var elapsed = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var ticks = load.SelectMany(connection => connection.Ticks).Order().ToArray();
        return (ticks.Length / elapsed, At(ticks, 0.50), At(ticks, 0.99));
    }

    private static double At(long[] ordered, double share) => ordered[(int)Math.Min(ordered.Length - 1, share * ordered.Length)] * 1000.0 / Stopwatch.Frequency;
}
