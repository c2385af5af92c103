using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Centre;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Demo;

/// <summary>
/// Does the product's own acts in the name of invented people, at invented moments: the same handlers and rules as live, but every
/// fact is marked as demo and named after what it belongs to, so that the same thing done twice is one thing.
/// </summary>
internal sealed class DemoHand(ActContext all, IServiceProvider services, string name, bool withPresence)
{
    private int _entries;

    public AnswerableDb Db => all.Db;

    public ValueTask<CentreSettings> CentreAsync() => services.GetRequiredService<CentreInForce>().NowAsync();

    public async Task<TResult> DoAsync<TAct, TResult>(TAct act, Actor who, DateTimeOffset at, CancellationToken stop) where TAct : IAct<TResult>
    {
        var context = new ActContext(Db, who, at, services.GetRequiredService<IOrigins>());
        var ready = await services.GetRequiredService<IDo<TAct, TResult>>().ReadyAsync(act, new ReadingContext(Db, who, at), stop);
        var outcome = ready.Allowed ? await ready.Value(context, stop) : ready.Refusals.ToList();
        if (!outcome.Allowed)
            throw new InvalidOperationException($"{typeof(TAct).Name} at {name}: {string.Join(" ", outcome.Refusals)}");
        await Db.SaveChangesAsync(stop);
        foreach (var entry in context.Entries)
            Happened(entry);
        foreach (var rows in context.Rows)
            all.Keep(rows);
        foreach (var notice in context.Notices)
            all.Tell(notice.Topic, notice.Text);
        return outcome.Value;
    }

    public Task<Done> DoAsync<TAct>(TAct act, Actor who, DateTimeOffset at, CancellationToken stop) where TAct : IAct<Done> =>
        DoAsync<TAct, Done>(act, who, at, stop);

    public void Happened(Fact fact, Guid subject, DateTimeOffset at, Guid? actor = null) =>
        Happened(Entry.Of(fact, at, FactKind.Demo, "", "", subject, actor));

    // What people did on past days is told by their days; a walk led again must not tell it twice.
    private void Happened(Entry entry)
    {
        var demo = entry with { Kind = FactKind.Demo, Source = DemoCentre.Source, SourceKey = $"{name}/{++_entries}" };
        if (withPresence || entry.Fact() is not PresenceChanged)
            all.Happened(demo);
    }
}
