using System.Globalization;

namespace Answerable.App.Import.Formats;

/// <summary>The calls that are in queues while a queue log is read, and those of which only a part is in it.</summary>
internal sealed class QueuedCalls
{
    private readonly Dictionary<(string Call, string Queue), QueuedCall> _waiting = [];
    private readonly Dictionary<(string Call, string Queue), QueuedCall> _unentered = [];
    private readonly HashSet<(string Call, string Queue)> _transferred = [];

    /// <summary>Takes the lines of one second in, those first that make sense of the others: whoever has entered can leave.</summary>
    public IEnumerable<Row> Take(IReadOnlyList<QueueEvent> second)
    {
        var later = new List<QueueEvent>();
        foreach (var told in second)
            if (told.OfCall && !told.Enters && !_waiting.ContainsKey(KeyOf(told)))
                later.Add(told);
            else
                foreach (var row in Follow(told))
                    yield return row;
        foreach (var told in later.OrderBy(told => told.Ends))
            foreach (var row in Follow(told))
                yield return row;
    }

    /// <summary>What is left at the log's end: the log before or behind it holds the rest.</summary>
    public IEnumerable<Row> Parts() => _waiting.Values.Concat(_unentered.Values).OrderBy(call => call.Line).Select(call => call.Row()).ToList();

    private IEnumerable<Row> Follow(QueueEvent told)
    {
        if (!told.OfCall)
        {
            if (told.Name == "QUEUESTART")
                foreach (var lost in Lost($"the queues were restarted (line {told.Line.ToString(CultureInfo.InvariantCulture)})"))
                    yield return lost;
            yield return new AsideRow(told.Line, told.Text, told.Known ? told.Name : $"{told.Name}, an event that is not known");
            yield break;
        }
        var key = KeyOf(told);
        if (told.Enters)
        {
            if (_waiting.GetValueOrDefault(key) is { } before)
                yield return before.Lost("the same call enters the same queue again");
            _waiting[key] = new QueuedCall(key, told, entered: true);
            _transferred.Remove(key);
            yield break;
        }
        if (_transferred.Contains(key))
        {
            yield return new AsideRow(told.Line, told.Text, $"{told.Name} after the call had been transferred");
            yield break;
        }
        var calls = _waiting.ContainsKey(key) ? _waiting : _unentered;
        if (!calls.TryGetValue(key, out var call))
            calls[key] = call = new QueuedCall(key, told, entered: false);
        call.Take(told);
        if (!told.Ends)
            yield break;
        calls.Remove(key);
        if (told.Name.EndsWith("TRANSFER", StringComparison.Ordinal))
            _transferred.Add(key);
        yield return call.Row();
    }

    private List<Row> Lost(string why)
    {
        var lost = _waiting.Values.OrderBy(call => call.Line).Select(call => call.Lost(why)).ToList();
        _waiting.Clear();
        return lost;
    }

    private (string Call, string Queue) KeyOf(QueueEvent told)
    {
        // A name may hold the delimiter: the queue the call waits in tells where its own ends.
        var waits = told.Between.Length < 3 ? null
            : Enumerable.Range(1, told.Between.Length - 1).Select(length => string.Join('|', told.Between[..length]))
                .LastOrDefault(queue => _waiting.ContainsKey((told.Call, queue)));
        return (told.Call, told.QueueOf(waits));
    }
}
