using Answerable.Model.Journal;

namespace Answerable.Model.Contacts;

/// <summary>Folds contact facts into a contact. A fact may come before the arrival it belongs to.</summary>
public static class ContactFold
{
    public static Contact Apply(Contact? before, Entry entry, ContactFact fact)
    {
        var contact = before ?? new Contact(ContactId.From(entry.Subject), entry.Kind, entry.Source, entry.At);
        return fact switch
        {
            ContactArrived arrived => contact with
            {
                ArrivedAt = entry.At,
                Channel = arrived.Channel,
                Queue = contact.Queue.Length > 0 ? contact.Queue : arrived.Queue,
                Type = contact.Type ?? arrived.Type,
                Customer = contact.Customer ?? arrived.Customer,
            },
            ContactQueued queued => contact with { Queue = queued.Queue, QueuedAt = entry.At },
            ContactAnswered answered => contact with
            {
                AnsweredAt = contact.AnsweredAt ?? entry.At,
                Agent = answered.Agent,
                AgentName = answered.AgentName,
                Team = answered.Team,
            },
            ContactHeld => contact with { HoldBalanceMs = contact.HoldBalanceMs - entry.At.ToUnixTimeMilliseconds(), OpenHolds = contact.OpenHolds + 1 },
            ContactRetrieved => contact with { HoldBalanceMs = contact.HoldBalanceMs + entry.At.ToUnixTimeMilliseconds(), OpenHolds = contact.OpenHolds - 1 },
            ContactEnded => contact with { EndedAt = entry.At },
            ContactWrapped => contact with { EndedAt = contact.EndedAt ?? entry.At, ClosedAt = entry.At },
            ContactAbandoned => contact with { AbandonedAt = entry.At },
            ContactTyped typed => contact with { Type = typed.Type },
            ContactCustomerKnown known => contact with { Customer = known.Customer },
            ContactGuided guided => contact with { Procedure = guided.Procedure, Version = guided.Version },
            ContactResolved resolved => contact with { Resolved = resolved.Resolved },
            ContactExcluded => contact with { Excluded = true },
            ContactRecorded recorded => before is not null && recorded.Revision < contact.Revision ? contact : Recorded(contact, entry, recorded),
            _ => throw new InvalidOperationException($"No fold for {fact.GetType().Name}."),
        };
    }

    private static Contact Recorded(Contact contact, Entry entry, ContactRecorded record)
    {
        var queued = entry.At.AddMilliseconds(record.BeforeQueueMs);
        var answered = queued.AddMilliseconds(record.WaitMs);
        var ended = answered.AddMilliseconds(record.TalkMs + record.HoldMs);
        var handled = record.State is ContactState.Handled;
        return contact with
        {
            ArrivedAt = entry.At,
            Channel = record.Channel,
            Queue = record.Queue,
            Type = record.Type,
            Customer = record.Customer,
            QueuedAt = queued,
            AnsweredAt = handled ? answered : null,
            EndedAt = handled ? ended : null,
            ClosedAt = handled ? ended.AddMilliseconds(record.WrapMs) : null,
            AbandonedAt = record.State is ContactState.Abandoned ? answered : null,
            HoldBalanceMs = record.HoldMs,
            OpenHolds = 0,
            Agent = record.Agent,
            AgentName = record.AgentName,
            Team = record.Team,
            Procedure = record.Procedure,
            Version = record.Version,
            Resolved = record.Resolved,
            Excluded = record.State is ContactState.Excluded,
            Revision = record.Revision,
        };
    }
}
