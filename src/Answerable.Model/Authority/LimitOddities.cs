using Answerable.Model.People;

namespace Answerable.Model.Authority;

/// <summary>What is allowed in a limit and rarely meant: said to whoever sets it, before it stands.</summary>
public static class LimitOddities
{
    /// <param name="line">The role it is for, or the highest in the line of the person it is for.</param>
    /// <param name="matrix">What stands when it begins.</param>
    public static IEnumerable<string> Of(Limit next, Role? line, Matrix matrix) =>
        Dropped(next, matrix).Concat(NeverReached(next, matrix)).Concat(line is { } role ? AgainstTheLine(next, role, matrix) : []);

    private static IEnumerable<string> Dropped(Limit next, Matrix matrix) =>
        matrix.Limits.LastOrDefault(limit => limit.Role == next.Role && limit.Person == next.Person && limit.InForce(next.From)) is { } standing
            ? Bounds(standing).Where(bound => Bounds(next).All(kept => kept.Over != bound.Over))
                .Select(bound => $"The limit of {matrix.Currency.Words(bound.Pence)} {bound.Words} that stands now would be gone: write it too if it "
                    + "is to stay.")
            : [];

    private static IEnumerable<string> NeverReached(Limit next, Matrix matrix) =>
        from wide in Bounds(next)
        from narrow in Bounds(next)
        where wide.Over > narrow.Over && wide.Pence < narrow.Pence
        select $"{matrix.Currency.Words(wide.Pence)} {wide.Words} is less than {matrix.Currency.Words(narrow.Pence)} {narrow.Words}, which "
            + "could never be given.";

    private static IEnumerable<string> AgainstTheLine(Limit next, Role line, Matrix matrix) => next.Person is null
        ? Roles.Line.Where(role => role != line).SelectMany(role => Of(role, matrix, next.From) is not { } other ? []
            : role > line ? MoreThan(line, next, role, other, matrix) : MoreThan(role, other, line, next, matrix))
        : Roles.Line.Where(role => role > line)
            .SelectMany(role => Of(role, matrix, next.From) is { } other ? MoreThan(line, next, role, other, matrix) : []);

    private static IEnumerable<string> MoreThan(Role below, Limit lower, Role above, Limit higher, Matrix matrix)
    {
        if (higher.Most is not { } most || lower.Most <= most)
            yield break;
        var whose = lower.Person is null ? $"the {below.Words().ToLowerInvariant()}" : "this person";
        yield return $"At once {whose} could give {(lower.Most is { } pence ? matrix.Currency.Words(pence) : "any amount")}, and the "
            + $"{above.Words().ToLowerInvariant()} above only {matrix.Currency.Words(most)}.";
    }

    private static Limit? Of(Role role, Matrix matrix, DateTimeOffset at) =>
        matrix.Limits.LastOrDefault(limit => limit.Role == role && limit.InForce(at));

    private static IEnumerable<(int Over, long Pence, string Words)> Bounds(Limit limit)
    {
        if (limit.PerContactPence is { } contact)
            yield return ((int)CapOver.Contact, contact, "a contact");
        if (limit.PerCasePence is { } inCase)
            yield return ((int)CapOver.Case, inCase, "a case");
        if (limit.PerCustomer is { } rolling)
            yield return ((int)CapOver.Customer, rolling.Pence, $"a customer in {rolling.Days} days");
    }
}
