namespace Answerable.App.Import.Formats;

/// <summary>One call in one queue while its events are read.</summary>
internal sealed class QueuedCall(QueueLog.Event entered, long line, string text)
{
    private readonly Dictionary<string, string> _values = new()
    {
        [QueueLog.Call] = entered.Call,
        [QueueLog.Queue] = entered.Queue,
        [QueueLog.Entered] = entered.Time,
    };
    private readonly List<string> _lines = [text];

    public long Line => line;

    public static bool Follows(string name) => name is "CONNECT" or "RINGNOANSWER" or "RINGCANCELED" || Ends(name);

    /// <summary>Takes the next event in; true when it is the last.</summary>
    public bool Over(QueueLog.Event heard, string written)
    {
        _lines.Add(written);
        if (heard.Name == "CONNECT" || Served(heard.Name))
            Put(QueueLog.Agent, heard.Agent);
        if (Durations(heard) is var (wait, talk))
        {
            Put(QueueLog.Wait, wait);
            Put(QueueLog.Talk, talk);
        }
        if (!Ends(heard.Name))
            return false;
        Put(QueueLog.End, heard.Name);
        return true;
    }

    public Row Row() => new GatheredRow(line, string.Join('\n', _lines), _values);

    public Row Lost(string why) => new FaultyRow(line, string.Join('\n', _lines),
        $"Call {entered.Call} entered queue {entered.Queue} and {why} before the call does; a log that holds its end will bring it in.");

    private static bool Served(string name) =>
        name is "COMPLETEAGENT" or "COMPLETECALLER" or "TRANSFER" or "BLINDTRANSFER" or "ATTENDEDTRANSFER";

    private static bool Ends(string name) => Served(name) || name is "ABANDON" or "EXITWITHTIMEOUT" or "EXITEMPTY" or "EXITWITHKEY" or "AGENTDUMP";

    /// <summary>Where an event carries the wait and the talk, in seconds; a transfer carries them behind where it went, before the
    /// position.</summary>
    private static (string? Wait, string? Talk)? Durations(QueueLog.Event heard) => heard.Name switch
    {
        "CONNECT" => (heard.Parameter(0), null),
        "COMPLETEAGENT" or "COMPLETECALLER" => (heard.Parameter(0), heard.Parameter(1)),
        "TRANSFER" or "BLINDTRANSFER" or "ATTENDEDTRANSFER" => (heard.Parameter(heard.More.Length - 3), heard.Parameter(heard.More.Length - 2)),
        "ABANDON" or "EXITWITHTIMEOUT" or "EXITEMPTY" => (heard.Parameter(2), null),
        "EXITWITHKEY" => (heard.Parameter(3), null),
        _ => null,
    };

    private void Put(string column, string? value)
    {
        if (!string.IsNullOrEmpty(value) && value != "NONE")
            _values[column] = value;
    }
}
