namespace Answerable.Analysis.Rehearsal;

/// <summary>What a scenario must satisfy to be run at all; each breach is a sentence that names its place.</summary>
public static class ScenarioRules
{
    private const int MostAgents = 100_000;
    private const double MostContacts = 2e9;

    public static IReadOnlyList<string> Problems(Scenario scenario) =>
    [
        .. Whole(scenario), .. scenario.Types.SelectMany(type => OfType(scenario, type)),
        .. scenario.Groups.SelectMany(group => OfGroup(scenario, group))
    ];

    private static IEnumerable<string> Whole(Scenario scenario)
    {
        if (scenario.Types.Count == 0)
            yield return "contactTypes: there must be at least one.";
        if (scenario.Groups.Count == 0)
            yield return "skillGroups: there must be at least one.";
        if (!(scenario.Duration > 0))
            yield return "hours must be a positive number.";
        if (double.IsFinite(scenario.Duration) && scenario.Duration / scenario.Interval > 100_000)
            yield return "intervalMinutes is too short: a rehearsal reports at most 100,000 intervals.";
        foreach (var twice in Twice(scenario.Types.Select(type => type.Name)))
            yield return $"contactTypes: the name \"{twice}\" is used twice.";
        foreach (var twice in Twice(scenario.Groups.Select(group => group.Name)))
            yield return $"skillGroups: the name \"{twice}\" is used twice.";
        if (double.IsFinite(scenario.Duration) && scenario.Types.Sum(type => type.Demand.Mean) * (scenario.WarmUp + scenario.Duration) > MostContacts)
            yield return "contactTypes: more than two thousand million contacts would come; shorten hours or check perHour.";
    }

    private static IEnumerable<string> OfType(Scenario scenario, ContactType type)
    {
        var place = $"contactTypes \"{type.Name}\"";
        if (!scenario.Groups.Any(group => group.Serves.Any(served => served.Type == type.Name)))
            yield return $"{place}: no skill group serves it.";
        foreach (var (field, to) in new[] { ("redial.as", type.Redial?.As), ("repeat.as", type.Repeat?.As), ("referral.to", type.Referral?.To) })
            if (to is not null && scenario.Types.All(known => known.Name != to))
                yield return $"{place}.{field}: there is no contact type \"{to}\".";
        if (type.Referral?.To == type.Name)
            yield return $"{place}.referral.to: a contact cannot be referred to its own type.";
        if (type is { Repeat.Probability: >= 1 } or { Redial.Probability: >= 1, Patience: not null })
            yield return $"{place}: a contact that surely comes back never ends; its probability must be under 1.";
        if (type.Redial?.After.Mean <= 0 || type.Repeat?.After.Mean <= 0)
            yield return $"{place}: coming back must take some time.";
        if (type.Interruptible && !type.Deferrable)
            yield return $"{place}.interruptible: only deferrable work can be put aside.";
        if (type is { Deferrable: true, Concurrent: true } or { Deferrable: true, Callback: not null })
            yield return $"{place}.deferrable: work that waits for its turn can be neither a chat nor called back.";
        if (type.Handling.Mean <= 0)
            yield return $"{place}.handling: the mean must be positive.";
    }

    private static IEnumerable<string> OfGroup(Scenario scenario, SkillGroup group)
    {
        var place = $"skillGroups \"{group.Name}\"";
        if (group.Serves.Count == 0)
            yield return $"{place}.serves: it serves nobody.";
        foreach (var skill in group.Serves.Where(served => scenario.Types.All(known => known.Name != served.Type)))
            yield return $"{place}.serves: there is no contact type \"{skill.Type}\".";
        foreach (var twice in Twice(group.Serves.Select(served => served.Type)))
            yield return $"{place}.serves: \"{twice}\" is listed twice.";
        if (group.Staff.Counts.Any(count => count is < 0 or > MostAgents))
            yield return $"{place}: agents must be from 0 to {MostAgents:N0} at any time.";
        else if (group.Staff.Most == 0)
            yield return $"{place}: agents are 0 all the time, so nobody would ever be served.";
        if (group is { ChatsAtOnce: > 1, ShiftEnd: ShiftEnd.HandBack })
            yield return $"{place}.endOfShift: a group that handles several chats at once must finish them.";
        if (group.ChatsAtOnce > 100)
            yield return $"{place}.chatsAtOnce: at most 100.";
        if (group.Slowdown.Any(factor => !(factor > 0 && double.IsFinite(factor))))
            yield return $"{place}.slowdown: each factor must be positive.";
    }

    private static IEnumerable<string> Twice(IEnumerable<string> names) =>
        names.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => same.Key);
}
