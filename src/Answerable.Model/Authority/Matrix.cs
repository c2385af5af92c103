using Answerable.Model.Centre;
using Answerable.Model.People;

namespace Answerable.Model.Authority;

/// <summary>
/// Every limit ever set. A decision is judged by the limits of its own moment and by what had been given up to it,
/// never by today's.
/// </summary>
public sealed record Matrix(IReadOnlyList<Limit> Limits)
{
    public static readonly Matrix Empty = new([]);

    /// <summary>What its amounts are in, so that judgements can say them.</summary>
    public Currency Currency { get; init; } = CentreSettings.Usual.Currency;

    /// <summary>The limit that binds: the person's own, or else their role's; of several roles that which gives most. Of several in force for one the
    /// latest begun.</summary>
    public Limit? LimitOf(string kind, Decider decider, DateTimeOffset at)
    {
        Limit? ofPerson = null, ofRole = null;
        for (var place = 0; place < Limits.Count; place++)
        {
            var limit = Limits[place];
            if (limit.DecisionKind != kind || !limit.InForce(at))
                continue;
            if (limit.Person is { } person)
                ofPerson = person == decider.Person ? Later(ofPerson, limit) : ofPerson;
            else if (limit.Role == decider.Role)
                ofRole = Later(ofRole, limit);
        }
        if (ofPerson is not null || decider.Beside.Count == 0)
            return ofPerson ?? ofRole;
        foreach (var role in decider.Beside)
            ofRole = Wider(ofRole, LimitOf(kind, new Decider(null, role), at));
        return ofRole;
    }

    public Judgement Judge(DecisionKind kind, Asked asked, Decider decider, IReadOnlyList<Given> given, DateTimeOffset at)
    {
        var weighed = Weigh(kind, asked, decider, given, at);
        return weighed.Allowed
            ? new Judgement(true, weighed.Limit!.Id, weighed.Words(), null) { TotalPence = asked.Pence }
            : new Judgement(false, weighed.Limit?.Id, weighed.Words(), LowestAbove(kind, asked, decider, given, at))
            { TotalPence = weighed.Breached?.TotalPence };
    }

    /// <summary>What is found before it is put into words, which most who ask do not read.</summary>
    internal Weighed Weigh(DecisionKind kind, Asked asked, Decider decider, IReadOnlyList<Given> given, DateTimeOffset at)
    {
        var limit = LimitOf(kind.Code, decider, at);
        return new Weighed(kind, asked, decider, Currency, limit, limit is null ? null : BreachOf(kind, asked, limit, given, at));
    }

    /// <summary>Whether any limit in force counts by customer: then it is to be known whom an amount is for.</summary>
    public bool CountsByCustomer(string kind, DateTimeOffset at)
    {
        for (var place = 0; place < Limits.Count; place++)
            if (Limits[place] is { PerCustomer: not null } limit && limit.DecisionKind == kind && limit.InForce(at))
                return true;
        return false;
    }

    /// <summary>Why what somebody decided is more than they may give the customer it turns out to be for; null where it is not.</summary>
    public string? TooMuchForCustomer(DecisionKind kind, Asked asked, Decider decider, IReadOnlyList<Given> given, DateTimeOffset at) =>
        LimitOf(kind.Code, decider, at) is { } limit && Cap.Of((int)CapOver.Customer, limit, asked, given, at) is { Breached: true } cap
            ? cap.Sentence(kind, asked, limit, Currency)
            : null;

    /// <summary>How much more may be decided: null where nothing binds, 0 where nothing may.</summary>
    public long? Headroom(DecisionKind kind, Asked asked, Decider decider, IReadOnlyList<Given> given, DateTimeOffset at)
    {
        if (LimitOf(kind.Code, decider, at) is not { } limit)
            return 0;
        long? room = null;
        for (var bound = 0; bound < Cap.Bounds; bound++)
            if (Cap.Of(bound, limit, asked with { Pence = 0 }, given, at) is { } cap)
                room = Math.Min(room ?? long.MaxValue, Math.Max(0, cap.Pence - cap.TotalPence));
        return room;
    }

    /// <summary>What has been given already of the cap that leaves least; null where nothing binds, or nothing of it has been given.</summary>
    public GivenAlready? Used(DecisionKind kind, Asked asked, Decider decider, IReadOnlyList<Given> given, DateTimeOffset at) =>
        LimitOf(kind.Code, decider, at) is { } limit
            && Enumerable.Range(0, Cap.Bounds).Select(bound => Cap.Of(bound, limit, asked with { Pence = 0 }, given, at)).OfType<Cap>().ToArray()
                is { Length: > 0 } caps
            && caps.MinBy(cap => cap.Pence - cap.TotalPence) is { TotalPence: > 0 } least
            ? least.Used(limit, asked, given, at, Currency)
            : null;

    /// <summary>The lowest role of the line whose own limit covers it.</summary>
    public Role? LowestCovering(DecisionKind kind, Asked asked, IReadOnlyList<Given> given, DateTimeOffset at)
    {
        foreach (var role in Roles.Line)
            if (Covers(kind, asked, new Decider(null, role), given, at))
                return role;
        return null;
    }

    public bool Covers(DecisionKind kind, Asked asked, Decider decider, IReadOnlyList<Given> given, DateTimeOffset at) =>
        Weigh(kind, asked, decider, given, at).Allowed;

    private Role? LowestAbove(DecisionKind kind, Asked asked, Decider decider, IReadOnlyList<Given> given, DateTimeOffset at) =>
        Roles.Line.Where(role => role > decider.Role && Covers(kind, asked, new Decider(null, role), given, at))
            .Select(role => (Role?)role)
            .FirstOrDefault();

    private static Cap? BreachOf(DecisionKind kind, Asked asked, Limit limit, IReadOnlyList<Given> given, DateTimeOffset at)
    {
        if (!kind.Money)
            return null;
        for (var bound = 0; bound < Cap.Bounds; bound++)
            if (Cap.Of(bound, limit, asked, given, at) is { Breached: true } cap)
                return cap;
        return null;
    }

    private static Limit? Wider(Limit? one, Limit? other) => one is null ? other
        : other is null || one.Most is null || other.Most <= one.Most ? one : other;

    private static Limit Later(Limit? one, Limit other) => one is null || other.From >= one.From ? other : one;
}
