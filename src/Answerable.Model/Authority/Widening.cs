namespace Answerable.Model.Authority;

/// <summary>Whether somebody could decide more, at any moment to come, by one matrix than by another.</summary>
public static class Widening
{
    public static bool Of(Matrix before, Matrix after, string kind, Decider who, DateTimeOffset now) =>
        before.Limits.Concat(after.Limits).SelectMany(limit => new[] { limit.From, limit.To }).OfType<DateTimeOffset>().Append(now).Distinct()
            .Where(at => at >= now)
            .Any(at => IsWider(after.LimitOf(kind, who, at), before.LimitOf(kind, who, at)));

    /// <summary>Whatever is not bounded is wider than what is; whoever has no limit may decide nothing.</summary>
    private static bool IsWider(Limit? limit, Limit? than) => limit is not null
        && (than is null
            || IsMore(limit.PerContactPence, than.PerContactPence)
            || IsMore(limit.PerCasePence, than.PerCasePence)
            || IsMore(limit.PerCustomer?.Pence, than.PerCustomer?.Pence)
            || limit.PerCustomer?.Days < than.PerCustomer?.Days);

    private static bool IsMore(long? pence, long? than) => than is not null && (pence is null || pence > than);
}
