using System.Globalization;
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

    private const int LongestWords = 100;
    private const int LongestId = 200;
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, Channel> Channels =
        Enum.GetValues<Channel>().ToDictionary(channel => channel.ToString().ToLowerInvariant());

    private Refusal? _remark;

    private static readonly Dictionary<string, Direction> Directions =
        Enum.GetValues<Direction>().ToDictionary(direction => direction.ToString().ToLowerInvariant());

    /// <summary>What the event says; or why it cannot be taken.</summary>
    public async ValueTask<Outcome<EventRead>> ReadAsync(ContactEvent told)
    {
        if (Named(told.Id, "id") is { } noId)
            return noId;
        if (Named(told.Contact, "contact") is { } noContact)
            return noContact;
        var at = When(told.At);
        if (!at.Allowed)
            return at.Refusals.ToList();
        _remark = null;
        var fact = await FactAsync(told);
        if (!fact.Allowed)
            return fact.Refusals.ToList();
        var entry = Entry.Of(fact.Value, at.Value, FactKind.Live, key.JournalSource, SourceKey(told.Id!), Ids.Of(key.JournalSource, told.Contact!),
            key.Actor.Person?.Value);
        var customer = told.Type is "arrived" or "customer-known" && told.Customer is { } named && NobodyBy(named) is null ? named.Trim() : null;
        return new EventRead(entry, customer, _remark);
    }

    /// <summary>The key under which the journal knows an event; one that could be read as a card number is not written.</summary>
    private string SourceKey(string id) => CardMask.Holds(id) ? Ids.Of(key.JournalSource, id).ToString("N") : id;

    private static Refusal? Named(string? value, string field) =>
        value.Shown().Length == 0 ? new Refusal("event.field-needed", $"'{field}' is missing: the source's own id is needed.", field)
        : value!.Length > LongestId ? new Refusal("event.field-too-long", $"'{field}' is longer than {LongestId} characters.", field)
        : HoldsControls(value) ? new Refusal("event.field-unreadable", $"'{field}' holds control characters.", field)
        : null;

    private Outcome<DateTimeOffset> When(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return new Refusal("event.field-needed", "'at' is missing: when it happened, such as 2026-10-09T17:30:00Z.", "at");
        if (!CarriesOffset(text) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at))
            return new Refusal("event.at-unreadable", "'at' is not a date and time with its offset, such as 2026-10-09T17:30:00Z.", "at");
        if (at > now + Ahead)
            return new Refusal("event.in-the-future",
                $"'at' lies more than {Ahead.TotalMinutes:0} minutes in the future ({now:yyyy-MM-dd'T'HH:mm:ss'Z'} here): check the source's clock.",
                "at");
        if (at < Earliest)
            return new Refusal("event.too-old", "'at' lies before the year 2000: check the source's clock.", "at");
        return at;
    }

    private static bool CarriesOffset(string text) =>
        text.Length is >= 17 and <= 40 && (text[^1] == 'Z' || text.AsSpan(11).IndexOfAny('+', '-') >= 0);

    private async ValueTask<Outcome<ContactFact>> FactAsync(ContactEvent told) => told.Type switch
    {
        "arrived" => await ArrivedAsync(told),
        "queued" => Words(told.Queue, "queue") is { Allowed: true } queue
            ? new ContactQueued(queue.Value) : Words(told.Queue, "queue").Refusals.ToList(),
        "answered" => await AnsweredAsync(told),
        "held" => new ContactHeld(),
        "retrieved" => new ContactRetrieved(),
        "ended" => new ContactEnded(),
        "wrapped" => new ContactWrapped(),
        "abandoned" => new ContactAbandoned(),
        "typed" => Words(told.ContactType, "contactType") is { Allowed: true } type
            ? new ContactTyped(await TypeAsync(type.Value)) : Words(told.ContactType, "contactType").Refusals.ToList(),
        "customer-known" => Words(told.Customer, "customer") is { Allowed: false } refused ? refused.Refusals.ToList()
            : NobodyBy(told.Customer!) is { } nobody ? nobody : new ContactCustomerKnown(default),
        null or "" => new Refusal("event.field-needed", $"'type' is missing: one of {Listed} is needed.", "type"),
        _ => new Refusal("event.type-unknown", $"'{CardMask.Apply(Short(told.Type))}' is no type of event; these are: {Listed}.", "type"),
    };

    private async ValueTask<Outcome<ContactFact>> ArrivedAsync(ContactEvent told)
    {
        if (!Channels.TryGetValue(told.Channel ?? "phone", out var channel))
            return new Refusal("event.channel-unknown",
                $"'{CardMask.Apply(Short(told.Channel!))}' is no channel; these are: {string.Join(", ", Channels.Keys)}.", "channel");
        if (!Directions.TryGetValue(told.Direction ?? "inbound", out var direction))
            return new Refusal("event.direction-unknown",
                $"'{CardMask.Apply(Short(told.Direction!))}' is no direction; these are: {string.Join(", ", Directions.Keys)}.", "direction");
        var (queue, type) =
            (told.Queue is null ? "" : Words(told.Queue, "queue"), told.ContactType is null ? "" : Words(told.ContactType, "contactType"));
        if (!queue.Allowed || !type.Allowed)
            return queue.Refusals.Concat(type.Refusals).ToList();
        // A blank number is one withheld.
        if (told.Customer.Shown().Length > 0 && Words(told.Customer, "customer") is { Allowed: false } customer)
            return customer.Refusals.ToList();
        var found = type.Value.Length > 0 ? await TypeAsync(type.Value) : null;
        if (told.Customer is { } named && NobodyBy(named) is { } nobody)
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
        if (told.AgentName is not null && Words(told.AgentName, "agentName") is { Allowed: false } name)
            return name.Refusals.ToList();
        if (key.Actor.Person is { } owner)
            return await OwnersAsync(owner, told);
        if (told.Agent is null)
            return new ContactAnswered(null, null, told.AgentName is null ? null : CardMask.Apply(told.AgentName.Trim()));
        if (await agents.FindAsync(told.Agent) is { } agent)
            return new ContactAnswered(agent.Person, agent.Team);
        if (Words(told.Agent, "agent") is not { Allowed: true, Value: var unknown })
            return Words(told.Agent, "agent").Refusals.ToList();
        // Lost, the contact would wait for ever; so it is answered by whoever the source says.
        _remark = new Refusal("event.agent-unknown", $"'{Short(unknown)}' is no person here, by e-mail address or id: the answer is kept under that "
            + "name. Invite them, or give 'agentName' for agents who are not here.", "agent");
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

    private static Refusal? NobodyBy(string customer) => CustomerReference.Nobody(customer) switch
    {
        NamesNobody.Withheld => new("event.customer-withheld",
            "'customer' names nobody (a number withheld or not known): no customer is known.", "customer"),
        NamesNobody.Rounded => new("event.customer-rounded",
            "'customer' was rounded by a spreadsheet and names nobody: no customer is known.", "customer"),
        NamesNobody.Card => new("event.customer-card",
            "'customer' reads as a card number, which is never kept: no customer is known. Begin a telephone number with + or tel:.", "customer"),
        null => null,
    };

    private static Outcome<string> Words(string? value, string field) =>
        value.Shown().Length == 0 ? new Refusal("event.field-needed", $"'{field}' is missing or empty.", field)
        : value!.Length > LongestWords ? new Refusal("event.field-too-long", $"'{field}' is longer than {LongestWords} characters.", field)
        : HoldsControls(value) ? new Refusal("event.field-unreadable", $"'{field}' holds control characters.", field)
        : CardMask.Apply(value.Trim());

    private static bool HoldsControls(string value) => value.AsSpan().ContainsAnyInRange('\0', '\u001f');

    private static string Short(string value) => value.Length > 60 ? value[..60] + "…" : value;

    private static string Listed { get; } = string.Join(", ", Types);
}
