using System.Globalization;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;

namespace Answerable.App.Contacts;

/// <summary>Facts about a contact in a sentence each.</summary>
internal static class ContactWords
{
    /// <param name="guided">What had begun to guide the contact by then.</param>
    public static string Of(Fact fact, string name, ContactGuided? guided, ContactCodes codes) => fact switch
    {
        ContactArrived arrived => $"Arrived by {arrived.Channel.ToString().ToLowerInvariant()} for {QueueOf(arrived.Queue)}" +
            $"{(arrived.Type is { } type ? $", about {codes.Type(type)}" : "")}.",
        ContactQueued queued => $"Joined {QueueOf(queued.Queue)}.",
        ContactAnswered answered => answered.AgentName is { } agent ? $"Answered by {agent}." : "Answered.",
        ContactHeld => "Put on hold.",
        ContactRetrieved => "Taken off hold.",
        ContactPutDown => "Put down for a colleague to resume: the one who had it handles contacts no more.",
        ContactEnded => "The conversation ended; after-contact work began.",
        ContactWrapped => "Closed.",
        ContactNeverWrapped never => string.Create(CultureInfo.InvariantCulture,
            $"Closed at its end: nobody told the end of the after-contact work within {Counted.Of(never.Minutes, "minute")}."),
        ContactAbandoned => "The customer left before an answer.",
        ContactTyped typed => $"Found to be about {codes.Type(typed.Type)}.",
        ContactCustomerKnown => "The customer became known.",
        ContactCustomerErased { Anew: null } => "The customer was erased; the contact goes on without one.",
        ContactCustomerErased => "The customer was erased; the contact, in hand at the time, goes on as somebody new under the same reference.",
        ContactGuided by => string.Create(CultureInfo.InvariantCulture, $"Guided by version {by.Version} of {codes.Procedure(by.Procedure)}."),
        ContactResolved resolved => $"Recorded as {(resolved.Resolved ? "resolved" : "not resolved")}" +
            $"{(resolved.Ending == ContactResolved.Free ? "" : $": {codes.Ending(guided, resolved.Ending)}")}.",
        ContactExcluded excluded => $"Left out of all counts: {excluded.Reason}.",
        ContactRecorded recorded => Recorded(recorded),
        _ => Plain(name),
    };

    private static string Recorded(ContactRecorded record) => record.State is ContactState.Abandoned
        ? $"Recorded whole: waited {Waited(record)} for {QueueOf(record.Queue)} and left."
        : $"Recorded whole: waited {Waited(record)} for {QueueOf(record.Queue)}, talked {Lasted(record.TalkMs, record.TalkUnknown)}, on hold " +
            $"{Lasted(record.HoldMs, record.HoldUnknown)}, after-contact work {Lasted(record.WrapMs, record.WrapUnknown)}.";

    private static string Waited(ContactRecorded record) => Lasted(record.WaitMs, record.WaitUnknown);

    private static string Lasted(long milliseconds, bool unknown) => unknown ? "nobody knows how long" : Seconds(milliseconds);

    private static string QueueOf(string queue) => queue.Length == 0 ? "no queue" : $"the queue {queue}";

    private static string Seconds(long milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000.0:0.#} s");

    // A fact of another module reads as its name does: decision.taken is "Decision taken."
    private static string Plain(string name)
    {
        var words = name.Replace('.', ' ').Replace('-', ' ');
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}.";
    }
}
