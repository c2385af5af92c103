using System.Globalization;

namespace Answerable.App.Import.Formats;

/// <summary>One call in one queue while its events are read.</summary>
/// <param name="first">The first of them; its entry, or, where that is in an earlier log, what came next.</param>
internal sealed class QueuedCall((string Call, string Queue) key, QueueEvent first, bool entered)
{
    private readonly List<string> _lines = entered ? [first.Text] : [];
    private string? _agent;
    private decimal? _wait;
    private decimal? _talk;
    private decimal? _connected;
    private QueueEvent? _end;

    public long Line => first.Line;

    public void Take(QueueEvent told)
    {
        _lines.Add(told.Text);
        if ((told.Connects || told.Serves) && told.AgentOf(key.Queue) is { Length: > 0 } agent and not "NONE")
            _agent = agent;
        if (told.Connects)
            _connected = told.Time;
        if (told.Ends)
            _end = told;
        var (wait, talk) = Durations(told);
        (_wait, _talk) = (wait ?? _wait, talk ?? _talk);
    }

    public Row Row()
    {
        var wait = _wait ?? (entered ? (_connected ?? (_end is { Serves: false } left ? left.Time : null)) - first.Time : null);
        var talk = _talk ?? _end?.Time - _connected;
        var at = entered ? first.Time : (_connected ?? _end?.Time - (_end is { Serves: true } ? talk : 0)) - wait;
        if (at is not { } known)
            return Only();
        var values = new Dictionary<string, string> { [QueueLog.Call] = key.Call, [QueueLog.Queue] = key.Queue, [QueueLog.Entered] = Written(known) };
        Put(values, QueueLog.Wait, wait);
        Put(values, QueueLog.Talk, talk);
        if (_agent is not null)
            values[QueueLog.Agent] = _agent;
        if (_end is not null)
            values[QueueLog.End] = _end.Name;
        if (!entered || _end is null)
            values[QueueLog.Part] = _end is null && entered ? QueueLog.Beginning : QueueLog.Ending;
        return new GatheredRow(first.Line, string.Join('\n', _lines), values);
    }

    public Row Lost(string why) => new FaultyRow(first.Line, string.Join('\n', _lines),
        $"Call {key.Call} entered queue {key.Queue} and {why} before the call does; a log that holds its end will bring it in.");

    /// <summary>Of a call whose entry is in an earlier log, too little to say when that was.</summary>
    private Row Only() => _end is null && _connected is null
        ? new AsideRow(first.Line, string.Join('\n', _lines), $"{first.Name} of a call that entered before the log begins")
        : new FaultyRow(first.Line, string.Join('\n', _lines), $"{(_end ?? first).Name} of call {key.Call}, whose entry into queue {key.Queue} "
            + "is not in the log, and which does not say how long it waited: bring in the log before it as one file with this.");

    /// <summary>
    /// Where an event carries the wait and the talk, in seconds: a transfer does so behind where it went, which is two values, or three between
    /// channels; the oldest form of it carries neither, and the times of the lines tell.
    /// </summary>
    private static (decimal? Wait, decimal? Talk) Durations(QueueEvent told) => told.Name switch
    {
        "CONNECT" => (Number(told, 0), null),
        "COMPLETEAGENT" or "COMPLETECALLER" => (Number(told, 0), Number(told, 1)),
        "ATTENDEDTRANSFER" when told.Parameter(0) == "LINK" => (Number(told, 3), Number(told, 4)),
        "TRANSFER" or "BLINDTRANSFER" or "ATTENDEDTRANSFER" => (Number(told, 2), Number(told, 3)),
        "ABANDON" or "EXITWITHTIMEOUT" or "EXITEMPTY" or "WITHDRAW" => (Number(told, 2), null),
        "EXITWITHKEY" => (Number(told, 3), null),
        _ => (null, null),
    };

    private static decimal? Number(QueueEvent told, int place) =>
        decimal.TryParse(told.Parameter(place), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    private static void Put(Dictionary<string, string> values, string column, decimal? seconds)
    {
        if (seconds is { } known)
            values[column] = Written(known);
    }

    private static string Written(decimal seconds) => seconds.ToString(CultureInfo.InvariantCulture);
}
