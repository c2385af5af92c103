using System.Collections.Concurrent;
using System.Diagnostics;
using Answerable.App;
using Answerable.App.Acts;
using Answerable.App.Conduct;
using Answerable.App.People;
using Answerable.App.Procedures;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Answerable.Benchmarks.Conduct;

/// <summary>
/// A guided step's server time: the act, durable, and the reading that shows the next place; with 200 agents at their desks
/// (a step each two seconds), beside one agent alone in the same run. Aim: p95 under 50 ms.
/// </summary>
internal sealed class DeskBench : IAsyncDisposable
{
    private const int Agents = 200;
    private static readonly TimeSpan Think = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(20);
    private static readonly Chart Chart = new(
    [
        new Step("n1", "Take the account")
        {
            Guideline = new Guideline { Approach = "Ask for the account." },
            Fields = [new Field("account", "Account", FieldType.Text, Required: true)],
        },
        new Decision("n2", "At fault") { Question = "Did we get it wrong?", Answers = [new Answer("a1", "Yes"), new Answer("a2", "No", "n4")] },
        new Step("n3", "Explain") { Guideline = new Guideline { Approach = "Say what went wrong." } },
        new Ending("n4", "Explained", Resolved: true),
    ]) { KeysGiven = 4 };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("answerable-bench-");
    private readonly ConcurrentBag<double> _milliseconds = [];
    private readonly IHost _host;

    private DeskBench()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAnswerable(Path.Combine(_folder.FullName, "centre.db"));
        _host = builder.Build();
    }

    private Dispatcher Dispatcher => _host.Services.GetRequiredService<Dispatcher>();

    public static void Run(TextWriter to) => RunAsync(to).GetAwaiter().GetResult();

    private static async Task RunAsync(TextWriter to)
    {
        await using var bench = new DeskBench();
        await bench._host.Services.GetRequiredService<Schema>().MigrateAsync();
        await bench._host.StartAsync();
        var agents = await bench.OpenAsync();
        await bench.WorkAsync(agents[0], TimeSpan.Zero, TimeSpan.FromSeconds(5));
        bench.Say(to, "one agent alone, no pause");
        await Task.WhenAll(agents.Select((agent, place) => Task.Run(async () =>
        {
            await Task.Delay(Think * place / Agents);
            await bench.WorkAsync(agent, Think, Lasting);
        })));
        bench.Say(to, $"{Agents} agents, a step each {Think.TotalSeconds:0} s");
        await bench._host.StopAsync();
    }

    private async Task<List<Actor>> OpenAsync()
    {
        Done(await Dispatcher.DoAsync(new DefineContactType(new ContactType("question", "Question", Routine: true)), Actor.System));
        var procedure = Done(await Dispatcher.DoAsync(new DraftProcedure("question", Chart), Actor.System));
        Done(await Dispatcher.DoAsync(new PublishVersion(procedure, 1, 1), Actor.System));
        var agents = new List<Actor>();
        for (var place = 0; place < Agents; place++)
        {
            var name = $"Agent {place}";
            var invited = Done(await Dispatcher.DoAsync(new InvitePerson(name, $"a{place}@bench.example", [Role.Agent], null), Actor.System));
            agents.Add(Actor.Of(invited.Person, name, [Role.Agent], null));
        }
        return agents;
    }

    private async Task WorkAsync(Actor agent, TimeSpan think, TimeSpan lasting)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < lasting;)
        {
            var contact = Done(await Dispatcher.DoAsync(new StartContact(Channel.Phone, "question"), agent));
            await StepAsync(agent, contact, new DoStep(contact, "n1", 0, new Dictionary<string, string> { ["account"] = "77" }), think);
            await StepAsync(agent, contact, new AnswerDecision(contact, "n2", 1, "a1"), think);
            await StepAsync(agent, contact, new DoStep(contact, "n3", 2, new Dictionary<string, string>()), think);
            Done(await Dispatcher.DoAsync(new EndContact(contact), agent));
            Done(await Dispatcher.DoAsync(new FinishWrap(contact), agent));
        }
    }

    private async Task StepAsync(Actor agent, ContactId contact, IAct<Done> act, TimeSpan think)
    {
        await Task.Delay(think);
        var watch = Stopwatch.StartNew();
        Done(await Dispatcher.DoAsync(act, agent));
        Done(await Dispatcher.AskAsync(new DeskContact(contact), agent));
        _milliseconds.Add(watch.Elapsed.TotalMilliseconds);
    }

    private void Say(TextWriter to, string what)
    {
        var sorted = _milliseconds.Order().ToArray();
        to.WriteLine($"  {what,-32} {sorted.Length,7:#,0} steps   p50 {sorted[sorted.Length / 2],6:0.0} ms   p95 {sorted[(int)(sorted.Length * 0.95)],6:0.0} ms");
        _milliseconds.Clear();
    }

    private static TResult Done<TResult>(Outcome<TResult> outcome) => outcome.Value;

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await Task.Run(() => _folder.Delete(recursive: true));
    }
}
