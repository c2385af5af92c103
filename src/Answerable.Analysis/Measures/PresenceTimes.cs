using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.Analysis.Measures;

/// <summary>Adds agents' time up from what they said they were doing.</summary>
public static class PresenceTimes
{
    /// <summary>Per quarter-hour the times of each person. Unit: milliseconds by the place of a measure of <see cref="AgentMeasures"/>.</summary>
    /// <param name="teamThen">In which team somebody was at an instant: a stretch counts for the one it began in. None where it does not
    /// matter.</param>
    public static Dictionary<int, Dictionary<(PersonId Person, FactKind Kind, TeamId? Team), long[]>> Of(
        IEnumerable<PresenceLine> lines, Func<PersonId, DateTimeOffset, TeamId?>? teamThen = null)
    {
        var quarters = new Dictionary<int, Dictionary<(PersonId Person, FactKind Kind, TeamId? Team), long[]>>();
        foreach (var stretch in PresenceStretch.Of(lines))
        {
            if (TimeOf(stretch.From.To) is not { } time)
                continue;
            var (person, kind, began) = (stretch.From.Person, stretch.From.Kind, DateTimeOffset.FromUnixTimeMilliseconds(stretch.From.AtMs));
            var whose = (person, kind, teamThen?.Invoke(person, began));
            foreach (var (quarter, ms) in stretch.Quarters())
                TimesOf(quarters, quarter, whose)[time.Place] += ms;
        }
        return quarters;
    }

    private static long[] TimesOf(Dictionary<int, Dictionary<(PersonId Person, FactKind Kind, TeamId? Team), long[]>> quarters, int quarter,
        (PersonId, FactKind, TeamId?) whose)
    {
        if (!quarters.TryGetValue(quarter, out var people))
            quarters.Add(quarter, people = []);
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
