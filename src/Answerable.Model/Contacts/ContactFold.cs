using Answerable.Model.Journal;
using static Answerable.Model.Contacts.Precedence;

namespace Answerable.Model.Contacts;

/// <summary>
/// Folds contact facts into a contact: the same one in whatever order they come. It arrived first when it first arrived, waited for its first answer
/// and is with whoever answered last; the latest end, close, queue, type, customer, guidance and resolution count; of two at one instant the same
/// is chosen always.
/// Only a contact recorded whole elsewhere replaces what was told before it.
/// </summary>
public static class ContactFold
{
    public static Contact Apply(Contact? before, Entry entry, ContactFact fact)
    {
        if (before is null && fact is ContactArrived first)
            return Begun(entry, first);
        var contact = before ?? new Contact(ContactId.From(entry.Subject), entry.Kind, entry.Source, entry.At) { Told = new Told() };
        var told = contact.Told ?? Told.Of(contact);
        var after = told.Arrived is null && fact is not ContactArrived ? FirstHeardOf(contact, entry) : contact;
        after = Apply(after, told, entry, fact);
        return after.Told is { } now && now == Told.Of(after) ? after with { Told = null } : after;
    }

    private static Contact Apply(Contact contact, Told told, Entry entry, ContactFact fact) => fact switch
    {
        ContactArrived arrived => Arrived(contact, told, entry, arrived),
        ContactQueued queued => Queued(contact, told, entry, queued),
        ContactAnswered answered => Answered(contact, told, entry, answered),
        ContactHeld => contact with { Holds = (contact.Holds ?? Holds.None).With(entry.At, ended: false) },
        ContactRetrieved => contact with { Holds = (contact.Holds ?? Holds.None).With(entry.At, ended: true) },
        ContactEnded when told.Ended is null || entry.At > told.Ended => contact with
        {
            EndedAt = entry.At,
            ClosedAt = told.NeverWrapped ? entry.At : contact.ClosedAt,
            Told = told with { Ended = entry.At },
        },
        ContactEnded => contact,
        ContactWrapped => contact with
        {
            // Where no end of the conversation is told, it ended when it was first closed.
            EndedAt = told.Ended ?? Earlier(contact.EndedAt, entry.At),
            ClosedAt = Latest(told.NeverWrapped ? null : contact.ClosedAt, entry.At),
            Told = told with { NeverWrapped = false },
        },
        ContactNeverWrapped when contact.ClosedAt is null => contact with { ClosedAt = contact.EndedAt, Told = told with { NeverWrapped = true } },
        ContactNeverWrapped => contact,
        ContactAbandoned => contact with { AbandonedAt = Latest(contact.AbandonedAt, entry.At) },
        ContactTyped typed => Wins(told.Type, Later(entry), contact.Type, typed.Type)
            ? contact with { Type = typed.Type, Told = told with { Type = Later(entry) } } : contact,
        ContactCustomerKnown known => Wins(told.Customer, Later(entry), contact.Customer?.ToString(), known.Customer.ToString())
            ? contact with { Customer = known.Customer, Told = told with { Customer = Later(entry) } } : contact,
        ContactCustomerErased { Anew: { } anew } => Wins(told.Customer, Later(entry), contact.Customer?.ToString(), anew.ToString())
            ? contact with { Customer = anew, Told = told with { Customer = Later(entry) } } : contact,
        // As those that had ended: it stays one of a person whom nothing names any more.
        ContactCustomerErased => contact,
        ContactGuided guided => Guided(contact, told, entry, guided),
        ContactResolved resolved => Wins(Mark(told.Resolved), Later(entry), contact.Resolved?.ToString(), resolved.Resolved.ToString())
            ? contact with { Resolved = resolved.Resolved, Told = told with { Resolved = entry.At } } : contact,
        // Nobody has answered since: it is still with whoever did last, and the customer where they were.
        ContactPutDown => contact,
        ContactExcluded => contact with { Excluded = true },
        ContactRecorded recorded => recorded.Leg is { } leg ? RecordFold.OfLegs(contact, entry, recorded, leg)
            : recorded.Revision < contact.Revision ? contact : RecordFold.Whole(contact, entry, recorded),
        _ => throw new InvalidOperationException($"No fold for {fact.GetType().Name}."),
    };

    /// <summary>As nearly every contact begins: by its arrival, of which its own instants say all that was told.</summary>
    private static Contact Begun(Entry entry, ContactArrived arrived) => new(ContactId.From(entry.Subject), entry.Kind, entry.Source, entry.At)
    {
        Channel = arrived.Channel,
        Direction = arrived.Direction,
        Queue = arrived.Queue,
        Type = arrived.Type,
        Customer = arrived.Customer,
    };

    /// <summary>Until its arrival is told, a contact is as old as the earliest thing told of it.</summary>
    private static Contact FirstHeardOf(Contact contact, Entry entry) =>
        entry.At < contact.ArrivedAt || (entry.At == contact.ArrivedAt && string.CompareOrdinal(entry.Source, contact.Source) < 0)
            ? contact with { ArrivedAt = entry.At, Kind = entry.Kind, Source = entry.Source } : contact;

    private static Contact Arrived(Contact contact, Told told, Entry entry, ContactArrived arrived)
    {
        var mark = new Told.Mark(entry.At, ByArrival: true);
        if (told.Arrived is not { } known || entry.At < known || (entry.At == known && Before(entry, arrived, contact)))
            contact = contact with
            {
                ArrivedAt = entry.At,
                Kind = entry.Kind,
                Source = entry.Source,
                Channel = arrived.Channel,
                Direction = arrived.Direction,
            };
        var now = told with { Arrived = Earlier(told.Arrived, entry.At) };
        if (arrived.Queue.Length > 0 && Wins(told.Queue, mark, contact.Queue, arrived.Queue))
            (contact, now) = (contact with { Queue = arrived.Queue }, now with { Queue = mark });
        if (arrived.Type is { } type && Wins(told.Type, mark, contact.Type, type))
            (contact, now) = (contact with { Type = type }, now with { Type = mark });
        if (arrived.Customer is { } customer && Wins(told.Customer, mark, contact.Customer?.ToString(), customer.ToString()))
            (contact, now) = (contact with { Customer = customer }, now with { Customer = mark });
        return contact with { Told = now };
    }

    /// <summary>Of two arrivals at one instant the same comes first, whichever was told first.</summary>
    private static bool Before(Entry entry, ContactArrived arrived, Contact contact) =>
        (arrived.Channel, arrived.Direction, string.CompareOrdinal(entry.Source, contact.Source), entry.Kind)
            .CompareTo((contact.Channel, contact.Direction, 0, contact.Kind)) < 0;

    /// <summary>It is in the queue it joined last, and has waited since it joined its first.</summary>
    private static Contact Queued(Contact contact, Told told, Entry entry, ContactQueued queued)
    {
        var first = contact with { QueuedAt = Earlier(contact.QueuedAt, entry.At), Told = told };
        return Wins(told.Queue, Later(entry), contact.Queue, queued.Queue)
            ? first with { Queue = queued.Queue, Told = told with { Queue = Later(entry) } } : first;
    }

    private static Contact Answered(Contact contact, Told told, Entry entry, ContactAnswered answered)
    {
        var first = contact with { AnsweredAt = Earlier(contact.AnsweredAt, entry.At) };
        return Wins(Mark(told.Answered), Later(entry), $"{contact.AgentName} {contact.Agent} {contact.Team}",
            $"{answered.AgentName} {answered.Agent} {answered.Team}")
            ? first with { Agent = answered.Agent, AgentName = answered.AgentName, Team = answered.Team, Told = told with { Answered = entry.At } }
            : first with { Told = told };
    }

    private static Contact Guided(Contact contact, Told told, Entry entry, ContactGuided guided) =>
        Wins(Mark(told.Guided), Later(entry), $"{contact.Procedure} {contact.Version:D9}", $"{guided.Procedure} {guided.Version:D9}")
            ? contact with { Procedure = guided.Procedure, Version = guided.Version, Told = told with { Guided = entry.At } } : contact;
}
