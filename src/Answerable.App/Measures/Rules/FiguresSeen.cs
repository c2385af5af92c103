using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>
/// Whose figures the one who asks may see. Figures of the centre, a queue or a team name nobody and are open to all who read measures; figures of
/// single people are those of the people one answers for.
/// </summary>
internal static class FiguresSeen
{
    // Where no time or contact of the team is kept, nothing matches, and the figure says so.
    private const int Nobodys = -1;

    /// <summary>The values it is held to, the team added where people are asked after; or why it is not told.</summary>
    public static async Task<Outcome<IReadOnlyDictionary<Dimension, int>>> SeesAsync(
        this ReadingContext context, KpiFigures asked, IReadOnlyDictionary<Dimension, int> only, Names names, CancellationToken stop)
    {
        if (asked.Split != Dimension.Agent && !asked.Only.ContainsKey(Dimension.Agent) || context.OfAllPeople())
            return new Dictionary<Dimension, int>(only);
        if (only.TryGetValue(Dimension.Agent, out var agent) && agent >= 0 && Guid.TryParse(names.Text(Dimension.Agent, agent), out var one)
            && !await context.Sees(context.Db.Set<PersonRow>()).AnyAsync(person => person.Id == PersonId.From(one), stop))
            return new Refusal("measures.whose", "Figures of single people are those of your own team, and this person is of another.",
                nameof(Dimension.Agent));
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
