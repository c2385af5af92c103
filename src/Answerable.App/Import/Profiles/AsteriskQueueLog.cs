using Answerable.App.Import.Formats;
using Answerable.Model.Contacts;

namespace Answerable.App.Import.Profiles;

/// <summary>Asterisk's queue_log: a line an event, gathered to one contact a call and queue.</summary>
internal static class AsteriskQueueLog
{
    private static readonly Condition Served =
        new Is(QueueLog.End, "COMPLETEAGENT", "COMPLETECALLER", "TRANSFER", "BLINDTRANSFER", "ATTENDEDTRANSFER");
    private static readonly Condition Left = new Is(QueueLog.End, "ABANDON", "EXITWITHTIMEOUT", "EXITEMPTY", "EXITWITHKEY", "AGENTDUMP",
        "SYSCOMPAT", "WITHDRAW");

    public static readonly Profile Profile = new(
        "asterisk-queue-log",
        "Asterisk queue log",
        "Lines of time|call|queue|agent|event; the events of one call in one queue make one contact.",
        new QueueLog())
    {
        Needed = [],
        Identity = [QueueLog.Call, QueueLog.Queue, QueueLog.Entered],
        Arrived = new EpochMoment(QueueLog.Entered),
        Wait = new LastingIn(QueueLog.Wait),
        Talk = new LastingIn(QueueLog.Talk),
        Queue = new TextIn(QueueLog.Queue),
        Agent = new TextIn(QueueLog.Agent, "NONE"),
        Outcomes =
        [
            (Served, ContactState.Handled), (Left, ContactState.Abandoned), (new Present(QueueLog.Agent), ContactState.Talking),
            (new Ever(), ContactState.Waiting),
        ],
        OutcomeColumns = [QueueLog.End],
        Rounded = QueueLog.Entered,
        Parts = (new Present(QueueLog.Part), new Is(QueueLog.Part, QueueLog.Beginning)),
        Traps =
        [
            new("left-by-the-queue", "Callers the queue itself put out (time-out, empty, key pressed) rather than who hung up",
                "Taken as abandoned, with the wait until then.", new Is(QueueLog.End, "EXITWITHTIMEOUT", "EXITEMPTY", "EXITWITHKEY")),
            new("dropped-by-the-agent", "Callers the agent let go during the announcement", "Taken as abandoned.", new Is(QueueLog.End, "AGENTDUMP")),
            new("withdrawn", "Callers a command took out of the queue (WITHDRAW)", "Taken as abandoned, with the wait until then.",
                new Is(QueueLog.End, "WITHDRAW")),
            new("not-compatible", "Callers whose channel could not be joined with the agent's (SYSCOMPAT)",
                "Taken as abandoned, with the wait until then.", new Is(QueueLog.End, "SYSCOMPAT")),
            new("transferred", "Conversations that ended in a transfer", "Taken as handled; the talk after the transfer is not in the log.",
                new Is(QueueLog.End, "TRANSFER", "BLINDTRANSFER", "ATTENDEDTRANSFER")),
        ],
    };
}
