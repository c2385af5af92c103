using Answerable.App.Acts;
using Answerable.App.Conduct;
using Answerable.App.Journal;
using Answerable.App.Keys;
using Answerable.App.Privacy;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Deliveries;

/// <summary>
/// Takes contact events in from outside. Each event stands for itself: one refused does not keep the others of its batch out.
/// When it returns, what was accepted is durable.
/// </summary>
public sealed class ContactDeliveries
{
    public const int MostInABatch = 1000;

    public static IReadOnlyList<string> Types => EventReading.Types;

    /// <summary>What makes the line of those who wait longer or shorter: desks show it as it is.</summary>
    private static readonly HashSet<string> OfTheQueue =
        [.. new Fact[] { new ContactArrived(default, ""), new ContactQueued(""), new ContactAnswered(null, null), new ContactAbandoned(),
        new ContactEnded() }.Select(FactCatalogue.Name)];
    private static readonly Notice[] QueueChanged = [new(Topics.Queue, "")];

    private static readonly Refusal Invented = new("event.demo-centre",
        "This is the demo centre: the event is kept as invented, and counts for nobody. Deliver real contacts to a centre of your own.");

    private readonly Writer _writer;
    private readonly Dispatcher _dispatcher;
    private readonly IDbContextFactory<AnswerableDb> _databases;
    private readonly AgentDirectory _agents;
    private readonly ContactTypeDirectory _types;
    private readonly IOrigins _origins;
    private readonly TimeProvider _time;

    internal ContactDeliveries(Writer writer, Dispatcher dispatcher, IDbContextFactory<AnswerableDb> databases, AgentDirectory agents,
        ContactTypeDirectory types, IOrigins origins, TimeProvider time) =>
        (_writer, _dispatcher, _databases, _agents, _types, _origins, _time) = (writer, dispatcher, databases, agents, types, origins, time);

    public async Task<EventResult[]> AcceptAsync(EventsTold told, KeyHeld key)
    {
        var events = told.Events;
        var reading = new EventReading(key, _agents, _types, _time.GetUtcNow());
        var (results, entries) = (new EventResult[events.Count], new List<Entry>(events.Count));
        var taken = new List<(int Place, EventRead Read)>(events.Count);
        for (var place = 0; place < events.Count; place++)
        {
            var read = told.Unreadable?.GetValueOrDefault(place) is { } unreadable ? unreadable : await reading.ReadAsync(events[place]);
            if (read.Allowed)
            {
                entries.Add(read.Value.Entry);
                taken.Add((place, read.Value));
            }
            else
                results[place] = new EventResult(place, events[place].Id, EventStatus.Refused, null, read.Refusals[0]);
        }
        if (entries.Count == 0)
            return results;
        await KnowCustomersAsync(entries, taken);
        await TellInventedAsync(entries, taken);
        var isNew = await _writer.AppendAsync(entries, entries.Exists(entry => OfTheQueue.Contains(entry.Name)) ? QueueChanged : []);
        foreach (var (at, (place, read)) in taken.Index())
            results[place] = new EventResult(place, events[place].Id, isNew[at] ? EventStatus.Accepted : EventStatus.Duplicate,
                read.Entry.Subject, null, read.Remark);
        return results;
    }

    /// <summary>Only events not delivered before ask for their customers, and only of contacts that are not an erased customer's: neither what is
    /// told again nor what is told late makes anybody known anew who was erased.</summary>
    private async Task KnowCustomersAsync(List<Entry> entries, List<(int Place, EventRead Read)> taken)
    {
        var asking = Enumerable.Range(0, entries.Count).Where(at => taken[at].Read.Customer is not null).ToList();
        if (asking.Count == 0)
            return;
        var keys = asking.ConvertAll(at => entries[at].SourceKey).Distinct().ToArray();
        await using var db = await _databases.CreateDbContextAsync();
        var told = (await db.Set<JournalRow>().Where(row => row.Source == entries[0].Source && EF.Parameter(keys).Contains(row.SourceKey))
            .Select(row => row.SourceKey).ToListAsync()).ToHashSet();
        var fresh = asking.Where(at => !told.Contains(entries[at].SourceKey)).ToList();
        var gone = await ErasedOfContacts.AmongAsync(db, fresh.Select(at => entries[at].Subject), CancellationToken.None);
        foreach (var at in fresh.Where(at => gone.ContainsKey(entries[at].Subject)))
            entries[at] = With(entries[at], gone[entries[at].Subject]);
        fresh.RemoveAll(at => gone.ContainsKey(entries[at].Subject));
        if (fresh.Count == 0)
            return;
        var customers = await KnowCustomers.OfAsync(_dispatcher, fresh.ConvertAll(at => taken[at].Read.Customer!), CancellationToken.None);
        foreach (var at in fresh)
            entries[at] = With(entries[at], customers[taken[at].Read.Customer!]);
    }

    /// <summary>
    /// What is delivered to a demo centre is a try-out, and invented like all else there: whoever tries a key sees it work, and no real contact comes
    /// beside. A source whose contacts were real here before there was this rule goes on as it was, and loses nothing of its figures.
    /// </summary>
    private async Task TellInventedAsync(List<Entry> entries, List<(int Place, EventRead Read)> taken)
    {
        if (!await _origins.AnyInventedAsync())
            return;
        var source = entries[0].Source;
        await using var db = await _databases.CreateDbContextAsync();
        if (await db.Set<JournalRow>().AnyAsync(row => row.Source == source && row.Kind == FactKind.Live))
            return;
        for (var at = 0; at < entries.Count; at++)
        {
            entries[at] = entries[at] with { Kind = FactKind.Demo };
            taken[at] = taken[at] with { Read = taken[at].Read with { Remark = taken[at].Read.Remark ?? Invented } };
        }
    }

    private static Entry With(Entry entry, CustomerId customer)
    {
        Fact fact = entry.Fact() is ContactArrived arrived ? arrived with { Customer = customer } : new ContactCustomerKnown(customer);
        return entry with { Body = FactCatalogue.Write(fact) };
    }
}
