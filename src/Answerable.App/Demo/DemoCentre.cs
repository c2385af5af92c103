using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.Demo.Days;
using Answerable.App.Demo.Walks;
using Answerable.App.Import;
using Answerable.App.Journal;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Demo;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Simulation.Streams;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Demo;

/// <summary>
/// Fills the centre with an invented one: people, procedures, authority, some months of contacts, and something under way.
/// Every part is named and put in once: what was broken off is gone on with, as of the moment it began; filling twice changes nothing.
/// </summary>
public sealed class DemoCentre
{
    public const int Days = 90;
    internal const string Source = "demo";
    private const long Seed = 1903;

    private readonly IServiceProvider _services;
    private readonly Writer _writer;
    private readonly IDbContextFactory<AnswerableDb> _databases;
    private readonly TimeProvider _time;

    internal DemoCentre(IServiceProvider services, Writer writer, IDbContextFactory<AnswerableDb> databases, TimeProvider time) =>
        (_services, _writer, _databases, _time) = (services, writer, databases, time);

    /// <summary>Whether a filling was begun and not ended.</summary>
    public async Task<bool> BrokenOffAsync(CancellationToken stop = default)
    {
        await using var db = await _databases.CreateDbContextAsync(stop);
        return await DoneAsync(db, "begun", stop) is not null && await DoneAsync(db, "filled", stop) is null;
    }

    /// <param name="say">Hears how it goes on.</param>
    /// <returns>How many contacts it has; refused where it is full already, or where real people are at work.</returns>
    public async Task<Outcome<int>> FillAsync(Action<string> say, int days = Days, CancellationToken stop = default)
    {
        await using var db = await _databases.CreateDbContextAsync(stop);
        if (await DoneAsync(db, "filled", stop) is not null)
            return new Refusal("demo.full", "The demo centre is here already; nothing was changed.");
        if (await DoneAsync(db, "begun", stop) is null && await RealAsync(db, stop) is { } real)
            return real;
        var moments = await BeginAsync(db, days, stop);
        say($"Filling in the demo centre of {DemoAccounts.Place}: everything in it is invented.");
        await FoundAsync(moments, stop);
        var filled = await new FillDays(_writer, await DemoGuides.ReadAsync(db, stop), moments).RunAsync(new StreamSource(Seed), say, stop);
        await LeadAsync(filled, moments, say, stop);
        if (days >= FillPlanning.LeastDays)
            await PlanAsync(moments, say, stop);
        await OnceAsync("filled", moments.Now, hand =>
        {
            hand.Happened(new DemoFilled(filled.Count), DemoId.Of("place"), moments.Now);
            return Task.CompletedTask;
        }, stop);
        return filled.Count;
    }

    private static async Task<Refusal?> RealAsync(AnswerableDb db, CancellationToken stop) =>
        await db.Set<PersonRow>().AnyAsync(stop)
            ? new Refusal("demo.people", "Real people are at work in this centre, and invented ones must not mix with them. Name another database.")
        : await db.Set<JournalRow>().AnyAsync(row => row.Name.StartsWith("contact."), stop) || await db.Set<ImportRow>().AnyAsync(stop)
            ? new Refusal("demo.contacts", "There are real contacts in this centre, and invented ones must not mix with them. Name another database.")
        : null;

    private static Task<Entry?> DoneAsync(AnswerableDb db, string what, CancellationToken stop)
    {
        var key = $"{what}/1";
        return db.Set<JournalRow>().AsNoTracking().Where(row => row.Source == Source && row.SourceKey == key)
            .Select(row => (Entry?)row.Entry()).SingleOrDefaultAsync(stop);
    }

    private async Task<DemoMoments> BeginAsync(AnswerableDb db, int days, CancellationToken stop)
    {
        var centre = _services.GetRequiredService<CentreInForce>();
        var clock = new LocalDays(TimeZoneInfo.FindSystemTimeZoneById((await centre.NowAsync()).Zone));
        var now = DateTimeOffset.FromUnixTimeMilliseconds(_time.GetUtcNow().ToUnixTimeMilliseconds());
        if (await DoneAsync(db, "begun", stop) is { } begun)
            return new DemoMoments(begun.At, ((DemoBegun)begun.Fact()).Days, clock);
        await OnceAsync("begun", now, async hand =>
        {
            hand.Happened(new DemoBegun(DemoAccounts.Place, days, Seed), DemoId.Of("place"), now);
            await centre.MarkDemoAsync(hand.Db, DemoAccounts.Place, stop);
        }, stop);
        return new DemoMoments(now, days, clock);
    }

    private async Task FoundAsync(DemoMoments moments, CancellationToken stop)
    {
        await using var scope = _services.CreateAsyncScope();
        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Credentials>>();
        await OnceAsync("people", moments.Begins, hand => FillPeople.RunAsync(hand, hasher, moments.Begins, stop), stop);
        await OnceAsync("authority", moments.Begins, hand => FillAuthority.RunAsync(hand, moments.Begins, stop), stop);
        await OnceAsync("procedures", moments.Begins, hand => FillProcedures.RunAsync(hand, moments, stop), stop);
        await OnceAsync("customers", moments.Begins, hand => FillCustomers.RunAsync(hand, moments.Begins, stop), stop);
    }

    private async Task LeadAsync(FillDays.Filled days, DemoMoments moments, Action<string> say, CancellationToken stop)
    {
        say($"{Counted.Of(days.Count, "contact")} told; leading {days.ToLead.Count} through their procedures.");
        var chance = new StreamSource(Seed);
        foreach (var contact in days.ToLead)
            await OnceAsync($"walk/{contact.Key}", moments.Now, hand =>
                GuidedContacts.LeadAsync(hand, contact, chance, stop), stop, withPresence: false);
        await OnceAsync("stage", moments.Stage, hand => FillPresence.RunAsync(hand, days.LastPresences, moments, stop), stop);
        await _writer.AppendAsync([.. Scenes.All.SelectMany(scene => DemoEntries.Arrived(ScenePlay.Arrival(scene, moments.Now)))], stop: stop);
        foreach (var scene in Scenes.All)
            await OnceAsync($"scene/{scene.Key}", moments.Now, hand => new ScenePlay(hand, scene, moments.Now, chance, stop).RunAsync(), stop);
    }

    private async Task PlanAsync(DemoMoments moments, Action<string> say, CancellationToken stop)
    {
        say("Counting what came, for the planner's workbench.");
        var counted = await FillPlanning.CountAsync(_services.GetRequiredService<Dispatcher>(), moments, stop);
        await OnceAsync("planning", moments.Now, hand => FillPlanning.RunAsync(hand, counted, moments.Now, stop), stop);
    }

    // One transaction a part: it is there whole or not at all.
    private Task<Outcome<Done>> OnceAsync(string name, DateTimeOffset at, Func<DemoHand, Task> fill, CancellationToken stop, bool withPresence =
        true) =>
        _writer.RunAsync($"demo {name.Split('/')[0]}", Lane.Bulk, db =>
        {
            var context = new ActContext(db, Actor.System, at);
            return (context, FilledAsync(fill, new DemoHand(context, _services, name, withPresence)));
        }, stop);

    private static async Task<Outcome<Done>> FilledAsync(Func<DemoHand, Task> fill, DemoHand hand)
    {
        await fill(hand);
        return Done.It;
    }
}
