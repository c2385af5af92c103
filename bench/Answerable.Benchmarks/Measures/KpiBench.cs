using System.Diagnostics;
using Answerable.Analysis.Measures;
using Answerable.App;
using Answerable.App.Acts;
using Answerable.App.Contacts;
using Answerable.App.Measures;
using Answerable.App.Storage;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Answerable.Benchmarks.Measures;

/// <summary>Any KPI over a year of 1,000,000 contacts (aim: under 50 ms), beside the same questions without the store.</summary>
internal sealed class KpiBench : IAsyncDisposable
{
    private const int Contacts = 1_000_000;
    private const int Reads = 30;
    private static readonly DateTimeOffset Start = new(2025, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("answerable-bench-");
    private readonly IHost _host;

    private KpiBench()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAnswerable(Path.Combine(_folder.FullName, "centre.db"));
        // Sums are added up when the bench says so, so that their time can be told.
        builder.Services.Remove(builder.Services.First(service => service.ImplementationType == typeof(MeasuresWorker)));
        _host = builder.Build();
    }

    private Dispatcher Dispatcher => _host.Services.GetRequiredService<Dispatcher>();

    public static void Run(TextWriter to) => RunAsync(to).GetAwaiter().GetResult();

    private static async Task RunAsync(TextWriter to)
    {
        await using var bench = new KpiBench();
        await bench._host.Services.GetRequiredService<Schema>().MigrateAsync();
        await bench._host.StartAsync();
        var contacts = new SyntheticYear(Contacts, Start, FactKind.Imported).Contacts().ToList();
        to.WriteLine($"KPIs over a year of {Contacts:#,0} contacts, SQLite");
        await bench.BuildAsync(to, contacts);
        await bench.ReadAsync(to);
        await bench.CompareAsync(to, contacts);
        await bench._host.StopAsync();
    }

    private async Task BuildAsync(TextWriter to, List<Contact> contacts)
    {
        var dialect = _host.Services.GetRequiredService<Dialect>();
        await using var connection = await dialect.OpenAsync(default);
        using var ledger = dialect.LedgerOn(connection, new ChainKey(new byte[32], 1));
        foreach (var batch in contacts.Chunk(20_000))
        {
            await using var transaction = await dialect.BeginWritingAsync(connection, default);
            var dirty = DirtyQuarters.Marked([.. batch.Select(contact => DirtyQuarters.Of(contact.ArrivedAt)).Distinct()], 0);
            await ledger.KeepAsync([new RowsKept(ContactRow.Table) { New = [.. batch.Select(ContactRow.Of)] }, dirty]);
            await transaction.CommitAsync();
        }
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await _host.Services.GetRequiredService<MeasuresStore>().AddUpAsync(TimeSpan.FromHours(1), default);
        to.WriteLine(
            $"  added up                 {watch.Elapsed.TotalSeconds,8:0.0} s, {(Environment.CpuUsage.TotalTime - processor).TotalSeconds:0.0} s " +
            $"of processor");
        await using var db = await _host.Services.GetRequiredService<IDbContextFactory<AnswerableDb>>().CreateDbContextAsync();
        to.WriteLine(
            $"  kept                     {await db.Set<MeasuresQuarterRow>().SumAsync(row => (long)row.Cells.Length) / 1e6,8:0.0} MB of sums, " +
            $"{await db.Set<MeasuresQuarterRow>().SumAsync(row => (long)row.Linked.Length) / 1e6:0.0} MB of links, " +
            $"{await db.Set<MeasuresQuarterRow>().CountAsync():#,0} quarter-hours");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        watch.Restart();
        var image = await _host.Services.GetRequiredService<MeasuresStore>().CurrentAsync(default);
        to.WriteLine(
            $"  read into memory         {watch.Elapsed.TotalSeconds,8:0.0} s, {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:0} " +
            $"MB, {image.Quarters.Sum(quarter => quarter.Cells):#,0} cells");
    }

    private async Task ReadAsync(TextWriter to)
    {
        to.WriteLine($"  {"read, ms: p50 / p95 (cpu)",-28}{"the year",22}{"by day",22}{"by queue",22}{"by agent",22}");
        foreach (var kpi in Kpis.All.Where(kpi => kpi.Family == ContactMeasures.Family))
        {
            var year = new KpiFigures(kpi.Name, new DateOnly(2025, 6, 1), new DateOnly(2026, 6, 1)) { Kinds = [FactKind.Live, FactKind.Imported] };
            to.Write($"  {kpi.Name,-28}");
            foreach (var asked in new[]
                { year, year with { Interval = Interval.Day }, year with { Split = Dimension.Queue }, year with { Split = Dimension.Agent } })
                to.Write($"{await TimesAsync(() => Dispatcher.AskAsync(asked, Actor.System)),22}");
            to.WriteLine();
        }
    }

    private async Task CompareAsync(TextWriter to, List<Contact> contacts)
    {
        var (from, end) = (Start.AddHours(-1).ToUnixTimeMilliseconds(), Start.AddDays(365).AddHours(-1).ToUnixTimeMilliseconds());
        var columns = new Baselines(contacts);
        await using var connection = await _host.Services.GetRequiredService<Dialect>().OpenAsync(default);
        to.WriteLine("  beside the store, ms: p50 / p95 (cpu)");
        foreach (var (name, question) in new (string, Func<double>)[]
        {
            ("service level, columns", () => columns.ServiceLevel(from, end, 20)),
            ("handling time, columns", () => columns.HandlingTime(from, end)),
            ("service level, SQL", () => Baselines.BySql(connection, Baselines.ServiceLevelSql, from, end)),
            ("handling time, SQL", () => Baselines.BySql(connection, Baselines.HandlingTimeSql, from, end)),
            ("first contact, SQL", () => Baselines.BySql(connection, Baselines.ResolutionSql, from, end)),
        })
            to.WriteLine(
                $"  {name,-28}{await TimesAsync(() => Task.FromResult(question()), name.EndsWith("SQL", StringComparison.Ordinal) ? 3 : Reads),22}");
        foreach (var (kpi, plain) in new[]
            { ("service-level-f3", columns.ServiceLevel(from, end, 20)), ("handling-time", columns.HandlingTime(from, end)) })
        {
            var figure =
                (await Dispatcher.AskAsync(new KpiFigures(kpi, new DateOnly(2025, 6, 1), new DateOnly(2026, 6, 1)), Actor.System)).Value.Total;
            to.WriteLine($"  {kpi,-28}store {figure.Value:0.000000}, columns {plain:0.000000}");
        }
    }

    private static async Task<string> TimesAsync<T>(Func<Task<T>> question, int reads = Reads)
    {
        await question();
        var times = new List<double>();
        var processor = Environment.CpuUsage.TotalTime;
        for (var read = 0; read < reads; read++)
        {
            var watch = Stopwatch.StartNew();
            await question();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        var used = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / reads;
        times.Sort();
        return $"{times[times.Count / 2]:0.0} / {times[Math.Min(times.Count - 1, times.Count * 95 / 100)]:0.0} ({used:0.0})";
    }

    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
