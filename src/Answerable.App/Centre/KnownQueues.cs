using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Centre;

namespace Answerable.App.Centre;

/// <summary>
/// The queues there are: those met by any module, and those that have hours of their own. Hours for a queue mistyped would open nothing, and
/// nobody would see why.
/// </summary>
internal sealed class KnownQueues(IEnumerable<IKnownQueues> keepers)
{
    public const int LongestName = 60;
    private const int MostNamed = 12;

    public async Task<IReadOnlyList<string>> OfAsync(AnswerableDb db, OpeningHours hours, CancellationToken stop)
    {
        var known = hours.Weeks.Select(week => week.Queue).Concat(hours.Special.Select(day => day.Queue)).ToHashSet(StringComparer.Ordinal);
        foreach (var keeper in keepers)
            known.UnionWith(await keeper.OfAsync(db, stop));
        return [.. known.Where(queue => queue.Length > 0).Order(StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>A queue as it is known, whatever the case it was typed in; refused where it is none and nobody said that it is new.</summary>
    public async Task<Outcome<string>> FindAsync(string typed, bool isNew, AnswerableDb db, OpeningHours hours, CancellationToken stop)
    {
        var queue = typed.Shown();
        if (queue.Length > LongestName)
            return new Refusal("centre.queue", $"A queue's name has up to {LongestName} characters; leave it empty for all queues.", "Queue");
        if (queue.Length == 0)
            return queue;
        var known = await OfAsync(db, hours, stop);
        var found = known.FirstOrDefault(one => one == queue) ?? known.FirstOrDefault(one => one.LooksLike(queue));
        if (found is null && !queue.ReadsAsItIs())
            return ShownText.Misleading("Queue");
        if (found is null && !isNew)
            return new Refusal("centre.queue-unknown", Unknown(queue, known), "Queue");
        return found ?? queue;
    }

    private static string Unknown(string queue, IReadOnlyList<string> known) =>
        $"No contact, plan or opening hours name the queue '{queue}' yet. "
        + (known.Count == 0 ? "" : $"There are: {string.Join(", ", known.Take(MostNamed))}{(known.Count > MostNamed ? " and others" : "")}. ")
        + "If it is to come, say that it is new.";
}
