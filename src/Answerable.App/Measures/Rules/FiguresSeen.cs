using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Measures;

/// <summary>
/// Whose figures the one who asks may see. Figures of the centre, a queue or a team name nobody and are open to all who read measures; figures of
/// single
/// people are those of the people one answers for.
/// </summary>
internal static class FiguresSeen
{
    // Where no time or contact of the team is kept, nothing matches, and the figure says so.
    private const int Nobodys = -1;

    /// <summary>The values it is held to, the team added where people are asked after; or why it is not told.</summary>
    public static Outcome<IReadOnlyDictionary<Dimension, int>> Sees(
        this ReadingContext context, KpiFigures asked, IReadOnlyDictionary<Dimension, int> only, Names names)
    {
        if (asked.Split != Dimension.Agent && !asked.Only.ContainsKey(Dimension.Agent) || context.OfAllPeople())
            return new Dictionary<Dimension, int>(only);
        var team = context.Who.Team is { } mine ? names.Find(Dimension.Team, mine.ToString()) ?? Nobodys : Nobodys;
        if (only.TryGetValue(Dimension.Team, out var other) && other != team)
            return new Refusal("measures.whose",
                "Figures of single people are those of your own team: leave the team out, or ask for figures of the whole other team.",
                nameof(Dimension.Team));
        return new Dictionary<Dimension, int>(only) { [Dimension.Team] = team };
    }

    /// <summary>May figures of everybody be seen, each by name?</summary>
    public static bool OfAllPeople(this ReadingContext context) =>
        new[] { Permission.ReadMeasures, Permission.Plan }.Any(permission => context.Who.ScopeOf(permission) == Scope.Centre);
}
