using Answerable.Model;
using Answerable.Model.Contacts;

namespace Answerable.App.Deliveries;

public enum EventStatus
{
    Accepted,
    Duplicate,
    Refused,
}

/// <summary>What became of one event. Accepted and duplicate events are durable.</summary>
/// <param name="Remark">What of an event taken could not be taken as it was told.</param>
/// <param name="Contact">This centre's id of the contact.</param>
public readonly record struct EventResult(int Index, string? Id, EventStatus Status, Guid? Contact, Refusal? Refusal, Refusal? Remark = null);
