using Answerable.App.Import.Formats;
using Answerable.Model.Contacts;

namespace Answerable.App.Import.Profiles;

/// <summary>
/// Contact trace records of Amazon Connect: JSON objects, sent again whenever an attribute changes. The record last updated wins. Whatever befalls a
/// customer after a transfer, a callback or the end of a conversation is a record of its own: a leg of the contact it began with.
/// </summary>
internal static class AmazonConnectCtr
{
    private const string How = "InitiationMethod";
    private static readonly Condition Answered = new Present("Agent.ConnectedToAgentTimestamp");
    private static readonly Condition Queued = new Present("Queue.EnqueueTimestamp");
    private static readonly Condition Listening = new Is(How, "MONITOR");
    // A voice contact that a program begins is one the centre rings; a chat so begun is a customer's.
    private static readonly Condition ByProgram = new Is(How, "API") & new Is("Channel", "VOICE");
    private static readonly Condition Outbound = new Any(new Is(How, "OUTBOUND", "EXTERNAL_OUTBOUND", "AGENT_REPLY", "FLOW"), ByProgram);
    private static readonly Condition WentOn = !Answered & new Present("NextContactId");

    public static readonly Profile Profile = new(
        "amazon-connect-ctr",
        "Amazon Connect contact trace records",
        "JSON objects, one a line, one after another or in an array; a contact sent again is one contact, the latest wins.",
        new JsonRecords())
    {
        Needed = ["ContactId", "InitiationTimestamp"],
        Identity = ["ContactId"],
        Journey = ["InitialContactId", "ContactId"],
        Alone = new Any(Listening, Outbound),
        Arrived = new IsoMoment("InitiationTimestamp"),
        Revision = new FirstMoment(new IsoMoment("LastUpdateTimestamp"), new IsoMoment("InitiationTimestamp")),
        BeforeQueue = new LastingFrom(new IsoMoment("InitiationTimestamp"),
            new FirstMoment(new IsoMoment("Queue.EnqueueTimestamp"), new IsoMoment("Agent.ConnectedToAgentTimestamp"))),
        Wait = new FirstLasting(new LastingIn("Queue.Duration"),
            new LastingFrom(new IsoMoment("Queue.EnqueueTimestamp"), new IsoMoment("Queue.DequeueTimestamp")),
            new LastingFrom(new IsoMoment("Queue.EnqueueTimestamp"), new IsoMoment("Agent.ConnectedToAgentTimestamp"))),
        Talk = new LastingIn("Agent.AgentInteractionDuration"),
        // Of a chat or a task, which cannot be held, no hold is written.
        Hold = new FirstLasting(new LastingIn("Agent.CustomerHoldDuration"), new NeverKept()),
        Wrap = new LastingIn("Agent.AfterContactWorkDuration"),
        Queue = new TextIn("Queue.Name"),
        Customer = new TextIn("CustomerEndpoint.Address"),
        Agent = new TextIn("Agent.Username"),
        Channels =
        [
            (new Is("Channel", "CHAT"), Channel.Chat),
            (new Is("Channel", "EMAIL"), Channel.Email),
            (new Is("Channel", "TASK"), Channel.Task),
            (new Ever(), Channel.Phone),
        ],
        Directions = [(Outbound, Direction.Outbound), (new Is(How, "CALLBACK"), Direction.Callback)],
        Outcomes =
        [
            (Listening, ContactState.Excluded), (Answered, ContactState.Handled), (WentOn & Queued, ContactState.Waiting),
            (Queued, ContactState.Abandoned), (new Ever(), ContactState.Excluded),
        ],
        Traps =
        [
            new("transferred-on", "Contacts transferred to another number: the customer stayed on after the agent had gone",
                "The agent's own durations are taken, not the time to disconnection.", new Present("TransferCompletedTimestamp")),
            new("never-queued", "Contacts that reached neither a queue nor an agent (served by the menu, or outbound)",
                "Kept and shown, counted in no measure.", !Answered & !Queued),
            new("outbound", "Contacts the centre began itself",
                "Outbound: left out of service level, abandonment, speed of answer and repeats; their handling counts.", Outbound),
            new("listening", "Supervisors listening in", "Nobody's contact: kept and shown, counted in no measure.", Listening),
            new("callback", "Customers rung back", "One contact with the one in which they asked for it; the wait is that for the callback.",
                new Is(How, "CALLBACK")),
            new("went-on", "Contacts that went on as another (a transfer, a callback, a flow after the end)",
                "A leg of one contact with what it went on as; not abandoned.", new Present("NextContactId")),
            new("no-customer", "No number of the customer", "Taken without a customer.", !new Present("CustomerEndpoint.Address")),
        ],
    };
}
