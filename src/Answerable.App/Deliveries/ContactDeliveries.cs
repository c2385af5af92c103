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

    private readonly Writer _writer;
    private readonly Dispatcher _dispatcher;
    private readonly IDbContextFactory<AnswerableDb> _databases;
    private readonly AgentDirectory _agents;
    private readonly TimeProvider _time;

    internal ContactDeliveries(Writer writer, Dispatcher dispatcher, IDbContextFactory<AnswerableDb> databases, AgentDirectory agents,
        TimeProvider time) =>
        (_writer, _dispatcher, _databases, _agents, _time) = (writer, dispatcher, databases, agents, time);

    public async Task<EventResult[]> AcceptAsync(IReadOnlyList<ContactEvent> events, KeyHeld key)
    {
        var reading = new EventReading(key, _agents, _time.GetUtcNow());
        var (results, entries, places) = (new EventResult[events.Count], new List<Entry>(events.Count), new List<int>(events.Count));
        for (var place = 0; place < events.Count; place++)
        {
            var entry = await reading.ReadAsync(events[place]);
            if (entry.Allowed)
            {
                entries.Add(entry.Value);
                places.Add(place);
            }
            else
                results[place] = new EventResult(place, events[place].Id, EventStatus.Refused, null, entry.Refusals[0]);
        }
        if (entries.Count == 0)
            return results;
        await KnowCustomersAsync(events, entries, places);
        var isNew = await _writer.AppendAsync(entries, entries.Exists(entry => OfTheQueue.Contains(entry.Name)) ? QueueChanged : []);
        for (var at = 0; at < entries.Count; at++)
            results[places[at]] = new EventResult(places[at], events[places[at]].Id, isNew[at] ? EventStatus.Accepted : EventStatus.Duplicate,
                entries[at].Subject, null);
        return results;
    }

    /// <summary>Only events not delivered before ask for their customers: one told again makes nobody known anew who was erased.</summary>
    private async Task KnowCustomersAsync(IReadOnlyList<ContactEvent> events, List<Entry> entries, List<int> places)
    {
        var asking = Enumerable.Range(0, entries.Count)
            .Where(at => events[places[at]].Customer is not null && events[places[at]].Type is "arrived" or "customer-known").ToList();
        if (asking.Count == 0)
            return;
        var keys = asking.ConvertAll(at => entries[at].SourceKey).Distinct().ToArray();
        await using var db = await _databases.CreateDbContextAsync();
        var told = (await db.Set<JournalRow>().Where(row => row.Source == entries[0].Source && EF.Parameter(keys).Contains(row.SourceKey))
            .Select(row => row.SourceKey).ToListAsync()).ToHashSet();
        var fresh = asking.Where(at => !told.Contains(entries[at].SourceKey)).ToList();
        if (fresh.Count == 0)
            return;
        var customers = await KnowCustomers.OfAsync(_dispatcher, fresh.ConvertAll(at => Reference(events[places[at]])), CancellationToken.None);
        foreach (var at in fresh)
            entries[at] = With(entries[at], customers[Reference(events[places[at]])]);
    }

    private static string Reference(ContactEvent told) => CardMask.Apply(told.Customer!.Trim());

    private static Entry With(Entry entry, CustomerId customer)
    {
        Fact fact = entry.Fact() is ContactArrived arrived ? arrived with { Customer = customer } : new ContactCustomerKnown(customer);
        return entry with { Body = FactCatalogue.Write(fact) };
    }
}
