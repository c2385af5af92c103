using System.Diagnostics;
using System.Globalization;
using Answerable.App;
using Answerable.App.Storage;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.Benchmarks.Journal;

/// <summary>
/// The journal's append in batches, hash chain and search for doubles included, beside the same rows put into a bare table like it.
/// Rounds of both take turns, so that a busy machine troubles both alike; the processor time of this process is given beside the time passed.
/// </summary>
internal static class JournalBench
{
    private const int BatchSize = 1000;
    private const int Batches = 60;

    /// <summary>Enough for the runtime to have compiled what is measured.</summary>
    private const int Warming = 60;

    public static void Run(TextWriter to) => RunAsync(to).GetAwaiter().GetResult();

    private static async Task RunAsync(TextWriter to)
    {
        await foreach (var database in BenchDatabase.EachAsync(to))
            await using (database)
                foreach (var (what, fact) in Facts)
                    await CompareAsync(database, what, fact, to);
    }

    private static readonly (string What, Func<int, Fact> Fact)[] Facts =
    [
        ("facts", number =>
            new PresenceChanged(PersonId.From(Ids.Of("bench", "person")), Presence.Ready, number % 2 == 0 ? Presence.Break : Presence.Busy)),
        ("contact events, contacts kept too", number => new ContactArrived(Channel.Phone, "Repairs", "Boiler")),
    ];

    private static async Task CompareAsync(BenchDatabase database, string what, Func<int, Fact> fact, TextWriter to)
    {
        using var host = await database.OpenAsync();
        var (writer, dialect) = (host.Services.GetRequiredService<Writer>(), host.Services.GetRequiredService<Dialect>());
        var bare = await BareTable.CreateAsync(dialect);
        var (ours, theirs) = (new Spent(), new Spent());
        for (var batch = -Warming; batch < Batches; batch++)
        {
            var entries = Entries(batch, what, fact);
            await (batch < 0 ? new Spent() : ours).OnAsync(() => writer.AppendAsync(entries));
            var rows = Chained(batch, entries);
            await (batch < 0 ? new Spent() : theirs).OnAsync(() => bare.InsertAsync(rows));
        }
        await host.StopAsync();

        await to.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"Journal, {database.Title}, {what}: {ours.PerSecond:N0} rows/s; {bare.Way} {theirs.PerSecond:N0} rows/s; ratio " +
                $"{ours.PerSecond / theirs.PerSecond:0.00} (of processor time {theirs.Processor / ours.Processor:0.00})"));
    }

    private static List<Entry> Entries(int batch, string what, Func<int, Fact> fact)
    {
        var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddSeconds(batch * 90);
        return [.. Enumerable.Range(0, BatchSize).Select(number =>
            Entry.Of(fact(number), at.AddMilliseconds(number), FactKind.Live, "api:bench", $"{what[0]}-{batch}-{number}", Ids.New(), null))];
    }

    /// <summary>The same rows with a hash of their own: the baseline is spared working it out.</summary>
    private static ChainedEntry[] Chained(int batch, List<Entry> entries)
    {
        var hash = new byte[HashChain.Length];
        return [.. entries.Select((entry, place) => new ChainedEntry((batch + Warming + 1) * BatchSize + place, entry, hash))];
    }

    private sealed class Spent
    {
        private double _seconds;
        public double Processor { get; private set; }
        public double PerSecond => Batches * BatchSize / _seconds;

        public async Task OnAsync(Func<Task> work)
        {
            var (began, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            await work();
            _seconds += Stopwatch.GetElapsedTime(began).TotalSeconds;
            Processor += (Environment.CpuUsage.TotalTime - used).TotalSeconds;
        }
    }
}
