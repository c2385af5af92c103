using Answerable.App.Import.Formats;
using Answerable.Model.Contacts;

namespace Answerable.App.Import.Profiles;

/// <summary>
/// Contact trace records of Amazon Connect: JSON objects, sent again whenever an attribute changes. The record last updated wins.
/// </summary>
internal static class AmazonConnectCtr
{
    private static readonly Condition Answered = new Present("Agent.ConnectedToAgentTimestamp");
    private static readonly Condition Queued = new Present("Queue.EnqueueTimestamp");

    public static readonly Profile Profile = new(
        "amazon-connect-ctr",
        "Amazon Connect contact trace records",
        "JSON objects, one a line, one after another or in an array; a contact sent again is one contact, the latest wins.",
        new JsonRecords())
    {
        Needed = ["ContactId", "InitiationTimestamp", "LastUpdateTimestamp"],
        Identity = ["ContactId"],
        Arrived = new IsoMoment("InitiationTimestamp"),
        Revision = new IsoMoment("LastUpdateTimestamp"),
        BeforeQueue = new LastingFrom(new IsoMoment("InitiationTimestamp"),
            new FirstMoment(new IsoMoment("Queue.EnqueueTimestamp"), new IsoMoment("Agent.ConnectedToAgentTimestamp"))),
        Wait = new LastingIn("Queue.Duration"),
        Talk = new LastingIn("Agent.AgentInteractionDuration"),
        Hold = new LastingIn("Agent.CustomerHoldDuration"),
        Wrap = new LastingIn("Agent.AfterContactWorkDuration"),
        Queue = new TextIn("Queue.Name"),
        Customer = new TextIn("CustomerEndpoint.Address"),
        Agent = new TextIn("Agent.Username"),
        Channels =
        [
            (new Is("Channel", "CHAT"), Channel.Chat),
            (new Is("Channel", "EMAIL"), Channel.Email),
            (new Ever(), Channel.Phone),
        ],
        Outcomes = [(Answered, ContactState.Handled), (Queued, ContactState.Abandoned), (new Ever(), ContactState.Excluded)],
        Traps =
        [
            new("transferred-on", "Contacts transferred to another number: the customer stayed on after the agent had gone",
                "The agent's own durations are taken, not the time to disconnection.", new Present("TransferCompletedTimestamp")),
            new("never-queued", "Contacts that reached neither a queue nor an agent (served by the menu, or outbound)",
                "Kept and shown, counted in no measure.", !Answered & !Queued),
            new("outbound", "Contacts the centre began itself", "Taken as they stand; split them off by their queue.",
                new Is("InitiationMethod", "OUTBOUND", "CALLBACK", "API")),
            new("no-customer", "No number of the customer", "Taken without a customer.", !new Present("CustomerEndpoint.Address")),
        ],
    };
}
