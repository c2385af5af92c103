using Answerable.Model;
namespace Answerable.Analysis.Rehearsal;

/// <summary>What can be said of a scenario's steady state before running it.</summary>
internal static class SteadyState
{
    /// <summary>Why there is no steady state; nothing when there may be one. Those who give up in the end keep any centre stable.</summary>
    public static string? Refusal(Scenario scenario)
    {
        var stubborn = scenario.Types.Where(NeverLost).Sum(Erlangs);
        var people = scenario.Groups.Sum(group => group.Staff.Most);
        return scenario.Lines is null && stubborn >= people
            ? $"demand of {stubborn:G6} erlangs that never gives up is too much for {Counted.Of(people, "agent")}: there is no steady state"
            : null;
    }

    /// <summary>Those who never give up, and those who give up but call again until they are answered.</summary>
    private static bool NeverLost(ContactType type) => type.Patience is null || type.Redial is { Probability: 1, As: null };

    /// <summary>
    /// Seconds over which the centre forgets its state: the longest mean duration in it and, for queues nobody leaves, the relaxation
    /// time (1 + scv)/2 / (sqrt(n mu) - sqrt(lambda))² (Cohen 1982 for one server; exact in order for many).
    /// </summary>
    public static double Memory(Scenario scenario)
    {
        var longest = scenario.Types.Max(type => Math.Max(type.Handling.Mean,
            Math.Max(type.Patience?.Mean ?? 0, Math.Max(type.Redial?.After.Mean ?? 0, type.Repeat?.After.Mean ?? 0))));
        if (scenario.Types.All(type => type.Patience is not null))
            return longest;
        var arrivals = scenario.Types.Sum(type => type.Demand.Mean);
        var handling = scenario.Types.Sum(Erlangs) / arrivals;
        var variation = scenario.Types.Max(type => type.Handling.SquaredVariation);
        var gap = Math.Sqrt(scenario.Groups.Sum(group => group.Staff.Most) / handling) - Math.Sqrt(arrivals);
        return Math.Max(longest, gap > 0 ? (1 + variation) / 2 / (gap * gap) : longest);
    }

    private static double Erlangs(ContactType type)
    {
        var again = type.Repeat is { As: null } repeat ? 1 / (1 - repeat.Probability) : 1;
        return type.Demand.Mean * type.Handling.Mean * again;
    }
}
