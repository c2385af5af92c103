using Answerable.Model.Journal;

namespace Answerable.Model.Contacts;

/// <summary>A contact as another system recorded it, whole or leg by leg.</summary>
internal static class RecordFold
{
    /// <summary>What its legs come to together, in whatever order they are recorded.</summary>
    public static Contact OfLegs(Contact contact, Entry entry, ContactRecorded record, string id)
    {
        var legs = (contact.Legs ?? Legs.None).With(new Leg(id, record.Revision, entry.At.ToUnixTimeMilliseconds(), record.State, record.Direction,
            record.Queue, record.BeforeQueueMs, record.WaitUnknown ? null : record.WaitMs, record.TalkUnknown ? null : record.TalkMs,
            record.HoldUnknown ? null : record.HoldMs, record.WrapUnknown ? null : record.WrapMs, record.AgentName, record.Channel, record.Type,
            record.Customer?.Value));
        return legs.Of(contact);
    }

    public static Contact Whole(Contact contact, Entry entry, ContactRecorded record)
    {
        var queued = entry.At.AddMilliseconds(record.BeforeQueueMs);
        var answered = queued.AddMilliseconds(record.WaitMs);
        var ended = answered.AddMilliseconds(record.TalkMs + record.HoldMs);
        var handled = record.State is ContactState.Handled;
        var whole = contact with
        {
            ArrivedAt = entry.At,
            Channel = record.Channel,
            Direction = record.Direction,
            Queue = record.Queue,
            Type = record.Type,
            Customer = record.Customer,
            QueuedAt = queued,
            AnsweredAt = handled ? answered : null,
            EndedAt = handled ? ended : null,
            ClosedAt = handled ? ended.AddMilliseconds(record.WrapMs) : null,
            AbandonedAt = record.State is ContactState.Abandoned ? answered : null,
            HoldRecordedMs = record.HoldMs,
            Holds = null,
            Legs = null,
            Agent = record.Agent,
            AgentName = record.AgentName,
            Team = record.Team,
            Procedure = record.Procedure,
            Version = record.Version,
            Resolved = record.Resolved,
            Excluded = record.State is ContactState.Excluded,
            Revision = record.Revision,
            Told = null,
        };
        return whole.Without(Unknowns.Of(record));
    }
}
