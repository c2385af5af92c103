using System.ComponentModel;
using Answerable.Model.Contacts;

namespace Answerable.Web.Deliveries;

[Description("A contact as its events have made it so far. Durations are milliseconds.")]
internal sealed record ContactAnswer(
    Guid Id, string Source, string Kind, string State, string Channel, string Direction, string Queue, string? ContactType, Guid? Customer,
    DateTimeOffset ArrivedAt, DateTimeOffset? QueuedAt, DateTimeOffset? AnsweredAt, DateTimeOffset? EndedAt, DateTimeOffset? ClosedAt,
        DateTimeOffset? AbandonedAt,
    Guid? Agent, string? AgentName, long? WaitMs, long? TalkMs, long? HoldMs, long? WrapMs,
    IReadOnlyList<QueueAnswer> Waits, IReadOnlyList<FindingAnswer> Findings)
{
    public static ContactAnswer Of(Contact contact, IReadOnlyList<QueueWait> waits) => new(
        contact.Id.Value, contact.Source, Word(contact.Kind), Word(contact.State), Word(contact.Channel), Word(contact.Direction),
            contact.Queue, contact.Type,
            contact.Customer?.Value,
        contact.ArrivedAt, contact.QueuedAt, contact.AnsweredAt, contact.EndedAt, contact.ClosedAt, contact.AnsweredAt is null ? contact.LeftAt
            : contact.AbandonedAt,
        contact.Agent?.Value, contact.AgentName, contact.WaitMs, contact.TalkMs, contact.HoldMs, contact.WrapMs,
        [.. waits.Select(wait => new QueueAnswer(wait.Queue, wait.Ms))],
        [.. ContactFinding.Of(contact).Select(finding => new FindingAnswer(finding.Code, finding.Words))]);

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}

/// <summary>What does not agree in what was told of a contact, and what is made of it.</summary>
internal sealed record FindingAnswer(string Code, string Detail);

/// <summary>How long a contact stood in one queue; all of them are its wait.</summary>
/// <param name="Ms">Null where it is not known.</param>
internal sealed record QueueAnswer(string Queue, long? Ms);
