using Answerable.App.Keys;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Privacy;

namespace Answerable.App.Deliveries;

/// <param name="Entry">Still without its customer.</param>
/// <param name="Customer">By what the source names the customer, if it names one.</param>
/// <param name="Remark">What of the event could not be taken as it was told, though the rest was.</param>
internal sealed record EventRead(Entry Entry, string? Customer, Refusal? Remark);

/// <summary>Judges one event and makes the journal's entry of it.</summary>
internal sealed class EventReading(KeyHeld key, AgentDirectory agents, ContactTypeDirectory types, DateTimeOffset now)
{
    public static readonly IReadOnlyList<string> Types =
        ["arrived", "queued", "answered", "held", "retrieved", "ended", "wrapped", "abandoned", "typed", "customer-known"];

    private static readonly Dictionary<string, Channel> Channels =
        Enum.GetValues<Channel>().ToDictionary(channel => channel.ToString().ToLowerInvariant());

    private static readonly Dictionary<string, Direction> Directions =
        Enum.GetValues<Direction>().ToDictionary(direction => direction.ToString().ToLowerInvariant());

    private Refusal? _remark;

    /// <summary>What the event says; or why it cannot be taken.</summary>
    public async ValueTask<Outcome<EventRead>> ReadAsync(ContactEvent told)
    {
        if (EventField.Named(told.Id, "id") is { } noId)
            return noId;
        if (EventField.Named(told.Contact, "contact") is { } noContact)
            return noContact;
        var at = EventField.When(told.At, now);
        if (!at.Allowed)
            return at.Refusals.ToList();
        _remark = null;
        var fact = await FactAsync(told);
        if (!fact.Allowed)
            return fact.Refusals.ToList();
        var entry = Entry.Of(fact.Value, at.Value, FactKind.Live, key.JournalSource, SourceKey(told.Id!), Ids.Of(key.JournalSource, told.Contact!),
            key.Actor.Person?.Value);
        var customer = told.Type is "arrived" or "customer-known" && told.Customer is { } named && EventField.NobodyBy(named) is null
            ? named.Trim() : null;
        return new EventRead(entry, customer, _remark);
    }

    /// <summary>The key under which the journal knows an event; one that could be read as a card number is not written.</summary>
    private string SourceKey(string id) => CardMask.Holds(id) ? Ids.Of(key.JournalSource, id).ToString("N") : id;

    private async ValueTask<Outcome<ContactFact>> FactAsync(ContactEvent told) => told.Type switch
    {
        "arrived" => await ArrivedAsync(told),
        "queued" => EventField.Words(told.Queue, "queue") is { Allowed: true } queue
            ? new ContactQueued(queue.Value) : EventField.Words(told.Queue, "queue").Refusals.ToList(),
        "answered" => await AnsweredAsync(told),
        "held" => new ContactHeld(),
        "retrieved" => new ContactRetrieved(),
        "ended" => new ContactEnded(),
        "wrapped" => new ContactWrapped(),
        "abandoned" => new ContactAbandoned(),
        "typed" => EventField.Words(told.ContactType, "contactType") is { Allowed: true } type
            ? new ContactTyped(await TypeAsync(type.Value)) : EventField.Words(told.ContactType, "contactType").Refusals.ToList(),
        "customer-known" => EventField.Words(told.Customer, "customer") is { Allowed: false } refused ? refused.Refusals.ToList()
            : EventField.NobodyBy(told.Customer!) is { } nobody ? nobody : new ContactCustomerKnown(default),
        null or "" => new Refusal("event.field-needed", $"'type' is missing: one of {Listed} is needed.", "type"),
        _ => new Refusal("event.type-unknown", $"'{EventField.Quoted(told.Type)}' is no type of event; these are: {Listed}.", "type"),
    };

    private async ValueTask<Outcome<ContactFact>> ArrivedAsync(ContactEvent told)
    {
        if (!Channels.TryGetValue(told.Channel ?? "phone", out var channel))
            return new Refusal("event.channel-unknown",
                $"'{EventField.Quoted(told.Channel!)}' is no channel; these are: {string.Join(", ", Channels.Keys)}.", "channel");
        if (!Directions.TryGetValue(told.Direction ?? "inbound", out var direction))
            return new Refusal("event.direction-unknown",
                $"'{EventField.Quoted(told.Direction!)}' is no direction; these are: {string.Join(", ", Directions.Keys)}.", "direction");
        var queue = told.Queue is null ? "" : EventField.Words(told.Queue, "queue");
        var type = told.ContactType is null ? "" : EventField.Words(told.ContactType, "contactType");
        if (!queue.Allowed || !type.Allowed)
            return queue.Refusals.Concat(type.Refusals).ToList();
        // A blank number is one withheld.
        if (told.Customer.Shown().Length > 0 && EventField.Words(told.Customer, "customer") is { Allowed: false } customer)
            return customer.Refusals.ToList();
        var found = type.Value.Length > 0 ? await TypeAsync(type.Value) : null;
        if (told.Customer is { } named && EventField.NobodyBy(named) is { } nobody)
            _remark = nobody;
        return new ContactArrived(channel, queue.Value, found, Direction: direction);
    }

    private async ValueTask<string> TypeAsync(string told)
    {
        (var type, _remark) = await types.FindAsync(told);
        return type;
    }

    private async ValueTask<Outcome<ContactFact>> AnsweredAsync(ContactEvent told)
    {
        if (told.AgentName is not null && EventField.Words(told.AgentName, "agentName") is { Allowed: false } name)
            return name.Refusals.ToList();
        if (key.Actor.Person is { } owner)
            return await OwnersAsync(owner, told);
        if (told.Agent is null)
            return new ContactAnswered(null, null, told.AgentName is null ? null : CardMask.Apply(told.AgentName.Trim()));
        if (await agents.FindAsync(told.Agent) is { } agent)
            return new ContactAnswered(agent.Person, agent.Team);
        if (EventField.Words(told.Agent, "agent") is not { Allowed: true, Value: var unknown })
            return EventField.Words(told.Agent, "agent").Refusals.ToList();
        // Lost, the contact would wait for ever; so it is answered by whoever the source says.
        _remark = new Refusal("event.agent-unknown", $"'{EventField.Quoted(unknown)}' is no person here, by e-mail address or id: the answer is kept "
            + "under that name. Invite them, or give 'agentName' for agents who are not here.", "agent");
        return new ContactAnswered(null, null, unknown);
    }

    /// <summary>Who answers by their own key answers themselves: said or not, and nobody else is said to have.</summary>
    private async ValueTask<Outcome<ContactFact>> OwnersAsync(PersonId owner, ContactEvent told)
    {
        if (told.AgentName is not null)
            return NotTheOwner("agentName");
        return told.Agent is null || (await agents.FindAsync(told.Agent))?.Person == owner
            ? new ContactAnswered(owner, key.Actor.Team)
            : NotTheOwner("agent");
    }

    private Refusal NotTheOwner(string field) => new("event.agent-not-the-owner",
        $"This key is {key.Actor.Name}'s own, so only {key.Actor.Name} answers by it: leave '{field}' out, or use a system's key.", field);

    private static string Listed { get; } = string.Join(", ", Types);
}
