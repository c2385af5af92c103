using System.ComponentModel;
using Answerable.Model.Contacts;

namespace Answerable.App.Deliveries;

/// <summary>One event of a contact, as telephony and other channels tell it.</summary>
[Description("One event of a contact, as telephony and other channels tell it.")]
public sealed record ContactEvent
{
    [Description("The source's own id of this event; the same id again is the same event.")]
    public string? Id { get; init; }

    [Description("The source's own id of the contact.")]
    public string? Contact { get; init; }

    [Description("What happened: arrived, queued, answered, held, retrieved, ended, wrapped, abandoned, typed or customer-known.")]
    public string? Type { get; init; }

    [Description("When it happened, with its offset, such as 2026-10-09T17:30:00Z.")]
    public string? At { get; init; }

    [Description("Of an arrival: phone (when left out), email, chat, web, letter, social, visit or task.")]
    public string? Channel { get; init; }

    [Description("Of an arrival: inbound (when left out), outbound, or callback where the customer is rung back as promised.")]
    public string? Direction { get; init; }

    [Description("Of an arrival or a queueing: the queue's name.")]
    public string? Queue { get; init; }

    [Description("Of an arrival or a typing: what the contact is about, by a contact type's code or its name.")]
    public string? ContactType { get; init; }

    [Description("Of an arrival or a customer-known: the customer's number or address; kept only under the customer's own key.")]
    public string? Customer { get; init; }

    [Description("Of an answer: the person here who answered, by e-mail address or id; by a person's own key that person, or left out.")]
    public string? Agent { get; init; }

    [Description("Of an answer by one who is not a person here: their name in the source; not by a person's own key.")]
    public string? AgentName { get; init; }
}
