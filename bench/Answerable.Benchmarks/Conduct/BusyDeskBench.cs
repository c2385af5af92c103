using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Answerable.Analysis.Planning.Forecasts;
using Answerable.App;
using Answerable.App.Acts;
using Answerable.App.Conduct;
using Answerable.App.Import;
using Answerable.App.Import.Profiles;
using Answerable.App.People;
using Answerable.App.Planning;
using Answerable.App.Storage;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static Answerable.Benchmarks.Conduct.BenchProcedure;

namespace Answerable.Benchmarks.Conduct;

/// <summary>
/// What a desk notices of bulk: eight agents take a step each 100 ms or so, the act durable and the desk read again, first alone and then while
/// a planner loads 250,000 counts again and again and 100,000 calls are imported. Without pages: what is measured is the way through the writer.
/// Aim: p95 under 50 ms.
/// </summary>
internal static class BusyDeskBench
{
    private const int Agents = 8;
    private const int Calls = 100_000;
    private const int DaysOfCounts = 5_209;
    private static readonly TimeSpan Think = TimeSpan.FromMilliseconds(100);

    public static void Run(TextWriter to) => RunAsync(to).GetAwaiter().GetResult();

    private static async Task RunAsync(TextWriter to)
    {
        await foreach (var database in BenchDatabase.EachAsync(to))
            await using (database)
                await OnAsync(database, to);
    }

    private static async Task OnAsync(BenchDatabase database, TextWriter to)
    {
        using var host = await database.OpenAsync();
        var services = host.Services;
        var agents = await OpenAsync(services.GetRequiredService<Dispatcher>());
        await MeasureAsync(services, agents, Task.Delay(TimeSpan.FromSeconds(3)), []);
        var (quiet, busy) = (new ConcurrentBag<double>(), new ConcurrentBag<double>());
        await MeasureAsync(services, agents, Task.Delay(TimeSpan.FromSeconds(10)), quiet);
        var (watch, paused) = (Stopwatch.StartNew(), GC.GetTotalPauseDuration());
        var loads = new List<double>();
        await MeasureAsync(services, agents, LoadAsync(services, loads), busy);
        await SayAsync(to, $"{database.Title}, desks alone", quiet);
        await SayAsync(to, $"{database.Title}, while counts load and calls import", busy);
        await to.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"    {Calls:N0} calls in {watch.Elapsed.TotalSeconds:0.0} s; 250,000 counts {loads.Count} times, {loads.Average():0} ms each; " +
                $"the collector paused all for {(GC.GetTotalPauseDuration() - paused).TotalSeconds:0.0} s of it"));
        await host.StopAsync();
    }

    private static async Task<Actor[]> OpenAsync(Dispatcher dispatcher)
    {
        await PublishAsync(dispatcher);
        var agents = new Actor[Agents];
        for (var place = 0; place < Agents; place++)
        {
            var invited = await DoAsync(dispatcher, new InvitePerson($"Agent {place}", $"b{place}@bench.example", [Role.Agent], null), Actor.System);
            agents[place] = Actor.Of(invited.Person, $"Agent {place}", [Role.Agent], null);
            await DoAsync(dispatcher, new ChangePresence(Presence.Ready), agents[place]);
        }
        return agents;
    }

    private static async Task MeasureAsync(IServiceProvider services, Actor[] agents, Task lasting, ConcurrentBag<double> milliseconds) =>
        await Task.WhenAll([lasting, .. agents.Select((agent, place) => Task.Run(async () =>
        {
            await Task.Delay(Think * place / agents.Length);
            while (!lasting.IsCompleted)
                await WorkAsync(services, agent, milliseconds);
        }))]);

    private static async Task WorkAsync(IServiceProvider services, Actor agent, ConcurrentBag<double> milliseconds)
    {
        var dispatcher = services.GetRequiredService<Dispatcher>();
        var contact = await DoAsync(dispatcher, new StartContact(Channel.Phone, BenchProcedure.Type), agent);
        await StepAsync(turn => new DoStep(contact, "n1", turn, new Dictionary<string, string> { ["account"] = "77" }));
        await StepAsync(turn => new AnswerDecision(contact, "n2", turn, "a1"));
        await StepAsync(turn => new DoStep(contact, "n3", turn, new Dictionary<string, string>()));
        await DoAsync(dispatcher, new EndContact(contact), agent);
        await DoAsync(dispatcher, new FinishWrap(contact, BreakOffReason.CustomerLeft, false), agent);

        async Task StepAsync<TResult>(Func<int, IAct<TResult>> act)
        {
            await Task.Delay(Think);
            var turn = await TurnAsync(services, contact);
            var watch = Stopwatch.StartNew();
            await DoAsync(dispatcher, act(turn), agent);
            await dispatcher.AskAsync(new DeskContact(contact), agent);
            milliseconds.Add(watch.Elapsed.TotalMilliseconds);
        }
    }

    private static async Task<int> TurnAsync(IServiceProvider services, ContactId contact)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AnswerableDb>>().CreateDbContextAsync();
        return WalkJson.Read(await db.Set<WalkRow>().Where(row => row.Contact == contact).Select(row => row.State).FirstAsync()).Turn;
    }

    private static async Task LoadAsync(IServiceProvider services, List<double> loads)
    {
        var import = Task.Run(() => ImportAsync(services));
        var counts = Enumerable.Range(0, DaysOfCounts * 48)
            .Select(row => new IntervalCount(new LocalDate(2011, 1, 3).PlusDays(row / 48).At(new LocalTime(8 + (row % 48 / 4), row % 4 * 15)),
                20 + (row % 12), row + 2)).ToList();
        do
        {
            var watch = Stopwatch.StartNew();
            await DoAsync(services.GetRequiredService<Dispatcher>(), new LoadSeries($"Counts {loads.Count}", "a file", 15, "", counts), Actor.System);
            loads.Add(watch.Elapsed.TotalMilliseconds);
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
        while (!import.IsCompleted);
        await import;
    }

    private static async Task ImportAsync(IServiceProvider services)
    {
        var path = Path.Combine(Path.GetTempPath(), $"answerable-bench-{Ids.New():N}.csv");
        var text = new StringBuilder("Ref,Start,Wait,Talk,Result,Account\n");
        for (var call = 0; call < Calls; call++)
            text.Append(CultureInfo.InvariantCulture,
                $"{call},2026-{1 + (call % 9):00}-{1 + (call % 28):00} " +
                    $"{8 + (call % 10):00}:{call % 60:00}:00,{call % 90},{60 + (call % 400)},Answered,A{call % 20_000}\n");
        await File.WriteAllTextAsync(path, text.ToString());
        var mapping = new GenericMapping
        {
            Columns = new Dictionary<string, string>
            {
                ["id"] = "Ref",
                ["arrived"] = "Start",
                ["wait"] = "Wait",
                ["talk"] = "Talk",
                ["outcome"] = "Result",
                ["customer"] = "Account",
            },
        };
        var begin = new BeginImport(GenericCsv.Name, mapping, path, path, new FileInfo(path).Length);
        await services.GetRequiredService<Importer>()
            .RunAsync(await DoAsync(services.GetRequiredService<Dispatcher>(), begin, Actor.System), CancellationToken.None);
        File.Delete(path);
    }

    private static async Task SayAsync(TextWriter to, string what, IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        await to.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {what,-56} {Spread(sorted)}   worst {sorted[^1],6:0} ms"));
    }
}
