using Answerable.Model.Authority;
using Answerable.Model.People;

namespace Answerable.Model.Procedures.Checks;

/// <summary>
/// What is over a limit reaches somebody who may decide it: above the largest limit below the top of the line stands a greater one, or
/// one without a cap. Only the limits of roles count, since a referral is routed by role.
/// </summary>
internal static class LimitChecks
{
    public static IEnumerable<Finding> Of(Chart chart, Step step, IReadOnlyList<DecisionKind> kinds, Matrix matrix, DateTimeOffset at)
    {
        if (step.Authority is not { } demand || kinds.FirstOrDefault(known => known.Code == demand.DecisionKind) is not { } kind)
            yield break;
        var (called, name) = (chart.Called(step), kind.Name.ToLowerInvariant());
        var reaches = Roles.Line.Where(role => role >= step.Who).Select(role => new Reach(role, MostOf(kind, role, matrix, at))).ToList();
        if (reaches.TrueForAll(reach => reach.Pence is 0))
            yield return new Finding("authority.nobody-decides", step.Key,
                $"{called} demands authority for {name}, but the authority matrix lets nobody decide it. Set a limit for at least one role.");
        else if (kind.Money && DeadEnd(reaches) is { } end)
            yield return new Finding("authority.no-greater-limit", step.Key,
                $"{called} demands authority for {name}: the {end.Role.Words().ToLowerInvariant()} may decide up to " +
                    $"{matrix.Currency.Words(end.Pence!.Value)}, and nobody above may decide more. Whatever is over it would be stuck: raise a " +
                    $"limit above in the authority matrix.");
    }

    /// <summary>The largest limit below the top that no greater one stands above; null where there is a way on from it.</summary>
    private static Reach? DeadEnd(IReadOnlyList<Reach> reaches)
    {
        var largest = reaches.Where(reach => reach.Role != Roles.Line[^1] && reach.Pence is not 0)
            .OrderByDescending(reach => reach.Pence ?? long.MaxValue).FirstOrDefault();
        return largest is not { Pence: { } pence } || reaches.Any(above => above.Role > largest.Role && (above.Pence ?? long.MaxValue) > pence)
            ? null : largest;
    }

    // A matter without an amount is decided wholly or not at all.
    private static long? MostOf(DecisionKind kind, Role role, Matrix matrix, DateTimeOffset at)
    {
        var (decider, asked) = (new Decider(null, role), new Asked(kind.Code, 0, ContactId.From(Guid.Empty), null, null));
        return matrix.LimitOf(kind.Code, decider, at) is null ? 0 : kind.Money ? matrix.Headroom(kind, asked, decider, [], at) : null;
    }

    /// <param name="Pence">The most they may decide; null where nothing binds.</param>
    private sealed record Reach(Role Role, long? Pence);
}
