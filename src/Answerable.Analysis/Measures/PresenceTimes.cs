using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.Analysis.Measures;

/// <summary>
/// Adds agents' time up from what they said they were doing. Facts may come in any order and come to the same sums:
/// a fact that falls between two others takes their stretch back and adds its own two.
/// </summary>
public sealed class PresenceTimes
{
    private const long QuarterMs = 900_000;

    /// <summary>A state left standing longer than this is taken as a forgotten sign-out and not counted.</summary>
    public static readonly TimeSpan LongestStretch = TimeSpan.FromHours(16);

    private readonly Dictionary<(PersonId Person, FactKind Kind), SortedList<(long AtMs, long Number), Presence>> _lines = [];
    private readonly Dictionary<int, Dictionary<(PersonId Person, FactKind Kind), long[]>> _quarters = [];

    /// <summary>Per quarter-hour the times of each person. Unit: milliseconds by the place of a measure of <see cref="AgentMeasures"/>.</summary>
    public IReadOnlyDictionary<int, Dictionary<(PersonId Person, FactKind Kind), long[]>> Quarters => _quarters;

    /// <summary>Quarter-hours changed since last asked.</summary>
    public HashSet<int> Changed { get; } = [];

    /// <param name="number">The fact's number in the journal, which orders facts of one instant.</param>
    public void Add(PersonId person, FactKind kind, DateTimeOffset at, long number, Presence to)
    {
        if (!_lines.TryGetValue((person, kind), out var line))
            _lines.Add((person, kind), line = []);
        var key = (at.ToUnixTimeMilliseconds(), number);
        line.Add(key, to);
        var place = line.IndexOfKey(key);
        var (hasBefore, hasAfter) = (place > 0, place + 1 < line.Count);
        if (hasBefore && hasAfter)
            Spread((person, kind), line.GetValueAtIndex(place - 1), line.GetKeyAtIndex(place - 1).AtMs, line.GetKeyAtIndex(place + 1).AtMs, -1);
        if (hasBefore)
            Spread((person, kind), line.GetValueAtIndex(place - 1), line.GetKeyAtIndex(place - 1).AtMs, key.Item1, 1);
        if (hasAfter)
            Spread((person, kind), to, key.Item1, line.GetKeyAtIndex(place + 1).AtMs, 1);
    }

    private void Spread((PersonId, FactKind) whose, Presence presence, long fromMs, long toMs, int sign)
    {
        if (TimeOf(presence) is not { } time || toMs - fromMs > LongestStretch.TotalMilliseconds)
            return;
        for (var at = fromMs; at < toMs;)
        {
            var quarter = Math.DivRem(at, QuarterMs).Quotient;
            var end = Math.Min(toMs, (quarter + 1) * QuarterMs);
            TimesOf((int)quarter, whose)[time.Place] += sign * (end - at);
            at = end;
        }
    }

    private long[] TimesOf(int quarter, (PersonId, FactKind) whose)
    {
        Changed.Add(quarter);
        if (!_quarters.TryGetValue(quarter, out var people))
            _quarters.Add(quarter, people = []);
        if (!people.TryGetValue(whose, out var times))
            people.Add(whose, times = new long[AgentMeasures.Family.Measures.Count]);
        return times;
    }

    private static Measure? TimeOf(Presence presence) => presence switch
    {
        Presence.SignedOut => null,
        Presence.Ready => AgentMeasures.Ready,
        Presence.Busy => AgentMeasures.Handling,
        Presence.Break => AgentMeasures.Break,
        Presence.Training => AgentMeasures.Training,
        Presence.OtherWork => AgentMeasures.Other,
    };
}
