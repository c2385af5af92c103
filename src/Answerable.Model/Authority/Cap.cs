using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.Model.Authority;

/// <summary>One cap of a limit with what it adds up to, the decision asked for included.</summary>
internal sealed record Cap(string Over, long Pence, long TotalPence)
{
    /// <summary>The caps that bind. What came after the moment of judgement does not count, so that the past reads the same later.</summary>
    public static IEnumerable<Cap> Of(Limit limit, Asked asked, IReadOnlyList<Given> given, DateTimeOffset at)
    {
        var pence = asked.Pence ?? 0;
        var before = given.Where(line => line.DecisionKind == asked.DecisionKind && line.At <= at);
        if (limit.PerContactPence is { } perContact)
            yield return new Cap("a contact", perContact, pence + before.Where(line => line.Contact == asked.Contact).Sum(line => line.Pence));
        if (limit.PerCasePence is { } perCase)
            yield return new Cap("a case", perCase, pence + before.Where(line => OnSameCase(line, asked)).Sum(line => line.Pence));
        if (limit.PerCustomer is { } rolling && asked.Customer is { } customer)
            yield return new Cap($"a customer in {rolling.Days} days", rolling.Pence,
                pence + before.Where(line => line.Customer == customer && line.At > at.AddDays(-rolling.Days)).Sum(line => line.Pence));
    }

    public string Sentence(DecisionKind kind, Asked asked, Limit limit)
    {
        var (amount, total, cap) = (Sterling.Words(asked.Pence ?? 0), Sterling.Words(TotalPence), Sterling.Words(Pence));
        return TotalPence == asked.Pence
            ? $"{kind.Name} of {amount} is over {Owner(limit)} limit of {cap} {Over}."
            : $"{kind.Name} of {amount} brings the total to {total}, over {Owner(limit)} limit of {cap} {Over}.";
    }

    public static string Owner(Limit limit) => limit.Person is not null
        ? "the person's own"
        : $"the {limit.Role!.Value.Words().ToLowerInvariant()}'s";

    private static bool OnSameCase(Given line, Asked asked) =>
        line.Contact == asked.Contact || (asked.Case is not null && line.Case == asked.Case);
}
