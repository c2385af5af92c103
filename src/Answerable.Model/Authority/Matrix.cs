using Answerable.Model.People;

namespace Answerable.Model.Authority;

/// <summary>
/// Every limit ever set. A decision is judged by the limits of its own moment and by what had been given up to it,
/// never by today's.
/// </summary>
public sealed record Matrix(IReadOnlyList<Limit> Limits)
{
    public static readonly Matrix Empty = new([]);

    /// <summary>The limit that binds: the person's own, or else their role's. Of several in force the latest begun.</summary>
    public Limit? LimitOf(string kind, Decider decider, DateTimeOffset at)
    {
        Limit? ofPerson = null, ofRole = null;
        foreach (var limit in Limits)
        {
            if (limit.DecisionKind != kind || !limit.InForce(at))
                continue;
            if (limit.Person is { } person)
                ofPerson = person == decider.Person ? Later(ofPerson, limit) : ofPerson;
            else if (limit.Role == decider.Role)
                ofRole = Later(ofRole, limit);
        }
        return ofPerson ?? ofRole;
    }

    public Judgement Judge(DecisionKind kind, Asked asked, Decider decider, IReadOnlyList<Given> given, DateTimeOffset at)
    {
        var limit = LimitOf(kind.Code, decider, at);
        var breach = limit is null ? Unlimited(kind, decider) : BreachOf(kind, asked, limit, given, at);
        return breach is null
            ? new Judgement(true, limit!.Id, Within(kind, asked, limit), null) { TotalPence = asked.Pence }
            : breach with { LimitId = limit?.Id, ReferTo = LowestAbove(kind, asked, decider, given, at) };
    }

    /// <summary>How much more may be decided: null where nothing binds, 0 where nothing may.</summary>
    public long? Headroom(DecisionKind kind, Asked asked, Decider decider, IReadOnlyList<Given> given, DateTimeOffset at)
    {
        if (LimitOf(kind.Code, decider, at) is not { } limit)
            return 0;
        var rooms = Cap.Of(limit, asked with { Pence = 0 }, given, at).Select(cap => cap.Pence - cap.TotalPence).ToArray();
        return rooms.Length == 0 ? null : Math.Max(0, rooms.Min());
    }

    /// <summary>The lowest role of the line whose own limit covers it.</summary>
    public Role? LowestCovering(DecisionKind kind, Asked asked, IReadOnlyList<Given> given, DateTimeOffset at)
    {
        foreach (var role in Roles.Line)
            if (Covers(kind, asked, new Decider(null, role), given, at))
                return role;
        return null;
    }

    public bool Covers(DecisionKind kind, Asked asked, Decider decider, IReadOnlyList<Given> given, DateTimeOffset at) =>
        LimitOf(kind.Code, decider, at) is { } limit && BreachOf(kind, asked, limit, given, at) is null;

    private Role? LowestAbove(DecisionKind kind, Asked asked, Decider decider, IReadOnlyList<Given> given, DateTimeOffset at) =>
        Roles.Line.Where(role => role > decider.Role && Covers(kind, asked, new Decider(null, role), given, at))
            .Select(role => (Role?)role)
            .FirstOrDefault();

    private static Judgement? BreachOf(DecisionKind kind, Asked asked, Limit limit, IReadOnlyList<Given> given, DateTimeOffset at)
    {
        if (!kind.Money)
            return null;
        foreach (var cap in Cap.Of(limit, asked, given, at))
            if (cap.TotalPence > cap.Pence)
                return new Judgement(false, limit.Id, cap.Sentence(kind, asked, limit), null) { TotalPence = cap.TotalPence };
        return null;
    }

    private static Judgement Unlimited(DecisionKind kind, Decider decider) =>
        new(false, null, $"{kind.Name} is not the {decider.Role.Words().ToLowerInvariant()}'s to decide.", null);

    private static string Within(DecisionKind kind, Asked asked, Limit limit) => kind.Money
        ? $"{kind.Name} of {Sterling.Words(asked.Pence ?? 0)} is within {Cap.Owner(limit)} limit."
        : $"{kind.Name} is within {Cap.Owner(limit)} authority.";

    private static Limit Later(Limit? one, Limit other) => one is null || other.From >= one.From ? other : one;
}
