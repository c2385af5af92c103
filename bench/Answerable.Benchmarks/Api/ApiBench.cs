using System.Diagnostics;
using System.Globalization;
using Answerable.App.Storage;
using Answerable.Benchmarks.Journal;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;

namespace Answerable.Benchmarks.Api;

/// <summary>
/// Durable events a second through the API, one event a request, beside one commit an event straight into the same database. The load comes
/// from this process on the same machine, so both share its processors; the processor time an event takes says what an idle machine could do.
/// </summary>
internal static class ApiBench
{
    private static readonly int[] Connections = [1, 16, 64, 128];
    /// <summary>Long enough for the runtime to have compiled what is measured.</summary>
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(5);

    public static void Run(TextWriter to) => RunAsync(to).GetAwaiter().GetResult();

    private static async Task RunAsync(TextWriter to)
    {
        await foreach (var database in BenchDatabase.EachAsync(to))
            await using (database)
                await OnAsync(database, to);
    }

    private static async Task OnAsync(BenchDatabase database, TextWriter to)
    {
        // The centre is made by its first start; the baseline has the disk to itself.
        string key;
        await using (await ServerProcess.StartAsync(database.Connection))
            key = await ServerProcess.VerbAsync(database.Connection, "key", "create", "bench");
        var oneByOne = await OneByOneAsync(database);
        await to.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"API, {database.Title}, baseline: {oneByOne,7:N0} commits/s, one bare insert each"));
        await using var server = await ServerProcess.StartAsync(database.Connection);
        await LoadAsync(server, key, 32, Warming, "warm");
        foreach (var connections in Connections)
        {
            var load = await LoadAsync(server, key, connections, Measured, $"c{connections}");
            await to.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"API, {database.Title}, {connections,3} connections, one event a request: {load.PerSecond,7:N0} durable events/s, p50 " +
                    $"{load.P50:0.00} ms, p99 {load.P99:0.00} ms; processor time an event: server {load.Server:0} us, load {load.Load:0} us"));
        }
    }

    private static async Task<double> OneByOneAsync(BenchDatabase database)
    {
        var bare = await BareTable.CreateAsync(Dialect.For(database.Connection));
        var (number, began) = (0, Stopwatch.GetTimestamp());
        for (; Stopwatch.GetElapsedTime(began) < Measured; number++)
            await bare.InsertAsync([new ChainedEntry(number, Entry.Of(new ContactHeld(), DateTimeOffset.UnixEpoch, FactKind.Live, "api:bench",
                $"one-{number}", Guid.Empty, null), HashChain.Origin)]);
        return number / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private readonly record struct Measure(double PerSecond, double P50, double P99, double Server, double Load);

    private static async Task<Measure> LoadAsync(ServerProcess server, string key, int connections, TimeSpan time, string name)
    {
        var (began, usedThere, usedHere) = (Stopwatch.GetTimestamp(), server.ProcessorTime, Environment.CpuUsage.TotalTime);
        var until = began + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var load = Enumerable.Range(0, connections).Select(number => new LoadConnection(server.Port, key, $"{name}-{number}")).ToArray();
        var from = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        await Task.WhenAll(load.Select((connection, place) => Task.Run(() => connection.RunAsync(until, from.AddMinutes(place)))));
        var elapsed = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var ticks = load.SelectMany(connection => connection.Ticks).Order().ToArray();
        return new Measure(ticks.Length / elapsed, At(ticks, 0.50), At(ticks, 0.99),
            (server.ProcessorTime - usedThere).TotalMicroseconds / ticks.Length,
                (Environment.CpuUsage.TotalTime - usedHere).TotalMicroseconds / ticks.Length);
    }

    private static double At(long[] ordered, double share) =>
        ordered[(int)Math.Min(ordered.Length - 1, share * ordered.Length)] * 1000.0 / Stopwatch.Frequency;
}
