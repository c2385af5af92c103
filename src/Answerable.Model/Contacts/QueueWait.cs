using Answerable.Model.Journal;

namespace Answerable.Model.Contacts;

/// <summary>How long a contact stood in one queue on its way to an answer, or to being left; all of them together are its wait.</summary>
/// <param name="Ms">Null where it is not known.</param>
public sealed record QueueWait(string Queue, long? Ms)
{
    /// <param name="told">What was told of the contact, in any order.</param>
    public static IReadOnlyList<QueueWait> Of(Contact contact, IEnumerable<(DateTimeOffset At, Fact Fact)> told)
    {
        if (contact.Legs is { } legs)
            return [.. legs.All.Where(leg => leg.Queue.Length > 0 && leg.State is not ContactState.Excluded)
                .Select(leg => new QueueWait(leg.Queue, leg.Wait))];
        if ((contact.AnsweredAt ?? contact.LeftAt) is not { } over)
            return [];
        var all = told.ToList();
        var joined = all.Select(line => (line.At, Queue: (line.Fact as ContactQueued)?.Queue))
            .Where(line => line.Queue is not null && line.At <= over)
            .OrderBy(line => line.At).ThenBy(line => line.Queue, StringComparer.Ordinal).ToList();
        // Who comes with a queue and joins none stands in it from the arrival on.
        if (joined.Count == 0)
            return all.OrderBy(line => line.At).Select(line => (line.Fact as ContactArrived)?.Queue).FirstOrDefault(queue => queue?.Length > 0)
                is { } begun ? [new QueueWait(begun, contact.WaitMs)] : [];
        // Said again of the queue it stands in, it has not moved.
        var moved = joined.Where((line, place) => place == 0 || line.Queue != joined[place - 1].Queue).ToList();
        return [.. moved.Select((line, place) =>
            new QueueWait(line.Queue!, (long)((place + 1 < moved.Count ? moved[place + 1].At : over) - line.At).TotalMilliseconds))];
    }
}
