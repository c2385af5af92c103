using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.Benchmarks.Api;
using Answerable.Model.People;
using Microsoft.Extensions.DependencyInjection;
using static Answerable.Benchmarks.Conduct.BenchProcedure;

namespace Answerable.Benchmarks.Conduct;

/// <summary>
/// A guided step as an agent has it: the form sent to the real server, the act durable, the desk with the next place read whole. With 200 agents
/// at their desks (a step each ten seconds, and all at once a step each two), each listening for news, beside one agent alone in the same run.
/// The agents' browsers run here, on the same processors. Aim: p95 under 50 ms.
/// </summary>
internal static class DeskBench
{
    private const int Agents = 200;
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(20);

    /// <summary>Enough for the runtime to have compiled what is measured.</summary>
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(40);

    public static void Run(TextWriter to) => RunAsync(to).GetAwaiter().GetResult();

    private static async Task RunAsync(TextWriter to)
    {
        await foreach (var database in BenchDatabase.EachAsync(to))
            await using (database)
                await OnAsync(database, to);
    }

    private static async Task OnAsync(BenchDatabase database, TextWriter to)
    {
        using (var host = await database.OpenAsync())
        {
            await OpenAsync(host.Services.GetRequiredService<Dispatcher>());
            await host.StopAsync();
        }
        await using var server = await ServerProcess.StartAsync(database.Connection);
        var agents = Enumerable.Range(0, Agents).Select(place => new AgentBrowser(server.Port, Email(place))).ToArray();
        await Parallel.ForEachAsync(agents, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (agent, _) => await agent.SignInAsync());
        await WorkAsync(agents[0], TimeSpan.Zero, Warming, []);
        using var closed = new CancellationTokenSource();
        var desks = agents.Select(agent => agent.ListenAsync(closed.Token)).ToArray();
        foreach (var (who, think, what) in new[]
        {
            (agents[..1], TimeSpan.Zero, "one agent, no pause"),
            (agents, TimeSpan.FromSeconds(10), "200 agents, a step each 10 s"),
            (agents, TimeSpan.FromSeconds(2), "200 agents, a step each 2 s"),
        })
            await MeasureAsync(to, $"{database.Title}, {what}", server, who, think);
        await closed.CancelAsync();
        await Task.WhenAll(desks);
        foreach (var agent in agents)
            agent.Dispose();
    }

    private static async Task OpenAsync(Dispatcher dispatcher)
    {
        await PublishAsync(dispatcher);
        for (var place = 0; place < Agents; place++)
        {
            var invited = await DoAsync(dispatcher, new InvitePerson($"Agent {place}", Email(place), [Role.Agent], null));
            await DoAsync(dispatcher, new AcceptInvitation(invited.Token, AgentBrowser.Password, AgentBrowser.Password));
        }
    }

    private static string Email(int place) => $"a{place}@bench.example";

    private static async Task MeasureAsync(TextWriter to, string what, ServerProcess server, AgentBrowser[] agents, TimeSpan think)
    {
        var milliseconds = new ConcurrentBag<double>();
        var (began, used) = (Stopwatch.GetTimestamp(), server.ProcessorTime);
        await Task.WhenAll(agents.Select((agent, place) => Task.Run(async () =>
        {
            await Task.Delay(think * place / agents.Length);
            await WorkAsync(agent, think, Lasting, milliseconds);
        })));
        var (elapsed, sorted) = (Stopwatch.GetElapsedTime(began).TotalSeconds, milliseconds.Order().ToArray());
        await to.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"  {what,-44} {Spread(sorted)}   server {(server.ProcessorTime - used).TotalSeconds / elapsed:0.00} processors"));
    }

    private static async Task WorkAsync(AgentBrowser agent, TimeSpan think, TimeSpan lasting, ConcurrentBag<double> milliseconds)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < lasting;)
        {
            await agent.StartAsync(BenchProcedure.Type);
            await StepAsync(agent.StepAsync, "do", "on", "f-account", "77");
            await StepAsync(agent.StepAsync, "answer", "a1");
            await StepAsync(agent.StepAsync, "do", "on");
            await StepAsync(agent.StepAsync, "do", "finish");
            await Task.Delay(think);
            await agent.CloseAsync();
        }

        async Task StepAsync(Func<string, string, string?, string?, Task> step, string name, string value, string? field = null, string? text = null)
        {
            await Task.Delay(think);
            var watch = Stopwatch.StartNew();
            await step(name, value, field, text);
            milliseconds.Add(watch.Elapsed.TotalMilliseconds);
        }
    }
}
