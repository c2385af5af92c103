using System.Globalization;

namespace Answerable.App.Import.Formats;

/// <summary>
/// A queue log of Asterisk: a line an event, <c>time|call|queue|agent|event|…</c>. The events of one call in one queue make one row,
/// given out when the call is over; a call whose end the log does not hold is a fault, so that a later log with its end brings it whole.
/// </summary>
internal sealed record QueueLog : RowFormat
{
    public const string Call = "call", Queue = "queue", Agent = "agent", Entered = "entered", Wait = "wait", Talk = "talk", End = "end";

    public override string? Misfit(TextReader beginning, IReadOnlyList<string> needed)
    {
        while (beginning.ReadLine() is { } line)
            if (line.Length > 0)
                return Event.Parse(line) is null ? "The file is not a queue log: its first line is not time|call|queue|agent|event." : null;
        return "The file is empty.";
    }

    public override IEnumerable<Row> Read(TextReader file)
    {
        var waiting = new Dictionary<(string Call, string Queue), QueuedCall>();
        var number = 0L;
        while (file.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0)
                continue;
            if (Event.Parse(line) is not { } heard)
                yield return new FaultyRow(number, line, "The line is not time|call|queue|agent|event.");
            else if (heard.Name == "QUEUESTART")
            {
                foreach (var lost in Left(waiting, $"the queues were restarted (line {number.ToString(CultureInfo.InvariantCulture)})"))
                    yield return lost;
                yield return new AsideRow(number, line, heard.Name);
            }
            else if (Follow(waiting, heard, number, line) is { } row)
                yield return row;
        }
        foreach (var lost in Left(waiting, "the log ends"))
            yield return lost;
    }

    private static Row? Follow(Dictionary<(string, string), QueuedCall> waiting, Event heard, long number, string line)
    {
        if (heard.Name == "ENTERQUEUE")
        {
            var before = waiting.GetValueOrDefault(heard.Key);
            waiting[heard.Key] = new QueuedCall(heard, number, line);
            return before is null ? null : before.Lost("the same call enters the same queue again");
        }
        if (!QueuedCall.Follows(heard.Name))
            return new AsideRow(number, line, heard.Name);
        if (!waiting.TryGetValue(heard.Key, out var call))
            return new FaultyRow(number, line,
                $"{heard.Name} of call {heard.Call}, whose entry into queue {heard.Queue} is not in the log before it.");
        if (!call.Over(heard, line))
            return null;
        waiting.Remove(heard.Key);
        return call.Row();
    }

    private static List<Row> Left(Dictionary<(string, string), QueuedCall> waiting, string why)
    {
        var lost = waiting.Values.OrderBy(call => call.Line).Select(call => call.Lost(why)).ToList();
        waiting.Clear();
        return lost;
    }

    internal sealed record Event(string Time, string Call, string Queue, string Agent, string Name, string[] More)
    {
        public (string, string) Key => (Call, Queue);

        public static Event? Parse(string line)
        {
            var parts = line.Split('|');
            return parts.Length >= 5 && parts[0].Length > 0 && parts[0].All(character => char.IsAsciiDigit(character) || character == '.')
                && parts[4].Length > 0
                ? new Event(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5..])
                : null;
        }

        public string? Parameter(int place) => place >= 0 && place < More.Length && More[place].Length > 0 ? More[place] : null;
    }
}
