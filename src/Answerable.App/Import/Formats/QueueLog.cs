using System.Globalization;

namespace Answerable.App.Import.Formats;

/// <summary>
/// A queue log of Asterisk: a line an event, <c>time|call|queue|agent|event|…</c>. The events of one call in one queue make one row, given out when
/// the call is over. Of a call that goes on over the end of a log, each log holds a part; each part is a row, and says which it is.
/// </summary>
internal sealed record QueueLog : RowFormat
{
    public const string Call = "call", Queue = "queue", Agent = "agent", Entered = "entered", Wait = "wait", Talk = "talk", End = "end",
        Part = "part";

    /// <summary>Of a call whose end, or whose entry, is in another log.</summary>
    public const string Beginning = "beginning", Ending = "ending";

    private const int LinesLookedAt = 50;
    private const int LongestLine = 100_000;

    /// <summary>A log begun anew may begin within a line: one that is a queue log's is enough.</summary>
    public override string? Misfit(TextReader beginning, IReadOnlyList<string> needed)
    {
        var (seen, empty) = (0, true);
        while (seen++ < LinesLookedAt && Lines.Next(beginning, LongestLine) is var (line, _))
            if (QueueEvent.Parse(line) is not null)
                return null;
            else
                empty &= line.Trim().Length == 0;
        return empty ? "The file is empty." : "The file is not a queue log: none of its first lines is time|call|queue|agent|event.";
    }

    public override IEnumerable<Row> Read(TextReader file)
    {
        var (calls, number) = (new QueuedCalls(), 0L);
        // Lines of one second may stand in any order: they are taken in together.
        var second = new List<QueueEvent>();
        while (Lines.Next(file, LongestLine) is var (line, cut))
        {
            number++;
            if (cut)
            {
                yield return new FaultyRow(number, line[..2000], $"The line runs on for over {LongestLine:N0} characters.");
                continue;
            }
            if (line.Trim().Length == 0)
                continue;
            if (QueueEvent.Parse(line) is not { } told)
            {
                yield return new FaultyRow(number, line, "The line is not time|call|queue|agent|event.");
                continue;
            }
            if (number > 1 && second is [{ Line: 1 } first] && first.IsCutBefore(told))
            {
                yield return new FaultyRow(1, first.Text, "The log begins within this line: the beginning of its time is missing.");
                second.Clear();
            }
            if (second.Count > 0 && decimal.Truncate(second[0].Time) != decimal.Truncate(told.Time))
            {
                foreach (var row in calls.Take(second))
                    yield return row;
                second.Clear();
            }
            second.Add(told with { Line = number, Text = line });
        }
        foreach (var row in calls.Take(second))
            yield return row;
        foreach (var row in calls.Parts())
            yield return row;
    }
}

/// <summary>A line of a queue log.</summary>
/// <param name="Time">Seconds since 1970.</param>
/// <param name="Between">What stands between the call and the event: the queue and the agent, whose names may hold the delimiter.</param>
internal sealed record QueueEvent(decimal Time, string Call, string[] Between, string Name, string[] More)
{
    private static readonly HashSet<string> Served = ["COMPLETEAGENT", "COMPLETECALLER", "TRANSFER", "BLINDTRANSFER", "ATTENDEDTRANSFER"];
    private static readonly HashSet<string> Left =
        ["ABANDON", "EXITWITHTIMEOUT", "EXITEMPTY", "EXITWITHKEY", "AGENTDUMP", "SYSCOMPAT", "WITHDRAW"];
    private static readonly HashSet<string> OfNoCall =
    [
        "QUEUESTART", "CONFIGRELOAD", "ADDMEMBER", "REMOVEMEMBER", "PAUSE", "UNPAUSE", "PAUSEALL", "UNPAUSEALL", "PAUSEREASON", "PENALTY",
        "AGENTLOGIN", "AGENTLOGOFF", "AGENTCALLBACKLOGIN", "AGENTCALLBACKLOGOFF", "DID", "INFO", "JOINEMPTY", "FULL", "CLOSED", "ROTATED",
    ];

    public long Line { get; init; }
    public string Text { get; init; } = "";

    public bool Enters => Name == "ENTERQUEUE";
    public bool Connects => Name == "CONNECT";
    public bool Serves => Served.Contains(Name);
    public bool Ends => Serves || Left.Contains(Name);

    /// <summary>Whether it tells of a call's way through a queue.</summary>
    public bool OfCall => Enters || Connects || Ends || Name is "RINGNOANSWER" or "RINGCANCELED";

    /// <summary>Whether it is known what it tells.</summary>
    public bool Known => OfCall || OfNoCall.Contains(Name);

    /// <summary>Whether its time lacks the first figures: a log that begins within a line goes on by decades.</summary>
    public bool IsCutBefore(QueueEvent next) => next.Time > 100_000_000 && Time < next.Time / 2;

    public static QueueEvent? Parse(string line)
    {
        var parts = line.Split('|');
        if (parts.Length < 5 || !decimal.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var time))
            return null;
        var at = Array.FindIndex(parts, 4, IsKnown);
        if (at < 0)
            at = 4;
        return parts[at].Length == 0 ? null : new QueueEvent(time, parts[1], parts[2..at], parts[at], parts[(at + 1)..]);
    }

    /// <summary>The queue: all but the last, where nobody in it is named; else the first, unless the call waits in one of a longer name.</summary>
    public string QueueOf(string? waitsIn)
    {
        if (waitsIn is not null && $"{string.Join('|', Between)}|".StartsWith($"{waitsIn}|", StringComparison.Ordinal))
            return waitsIn;
        return Between[^1] == "NONE" ? string.Join('|', Between[..^1]) : Between[0];
    }

    public string AgentOf(string queue) =>
        string.Join('|', Between)[Math.Min(queue.Length + 1, string.Join('|', Between).Length)..];

    public string? Parameter(int place) => place >= 0 && place < More.Length && More[place].Length > 0 ? More[place] : null;

    private static bool IsKnown(string name) => name == "ENTERQUEUE" || name == "CONNECT" || name is "RINGNOANSWER" or "RINGCANCELED"
        || Served.Contains(name) || Left.Contains(name) || OfNoCall.Contains(name);
}
