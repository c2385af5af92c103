using Answerable.Model.Centre;
using Answerable.Model.People;

namespace Answerable.Model.Authority;

/// <summary>
/// How far a role, or one person, may decide a kind of decision. Amounts are pence; a cap that is not set does not bind.
/// In force from <paramref name="From"/> up to but not including <paramref name="To"/>.
/// A person's own limit stands in place of the role's.
/// </summary>
public sealed record Limit(Guid Id, string DecisionKind, Role? Role, PersonId? Person, DateTimeOffset From, DateTimeOffset? To)
{
    public long? PerContactPence { get; init; }
    public long? PerCasePence { get; init; }
    public RollingCap? PerCustomer { get; init; }

    /// <summary>What can be given on one contact; null where nothing binds.</summary>
    public long? Most => new[] { PerContactPence, PerCasePence, PerCustomer?.Pence }.Min();

    public bool InForce(DateTimeOffset at) => From <= at && (To is null || at < To);

    /// <summary>Its caps as people read them; none where no amount binds.</summary>
    public IEnumerable<string> Caps(Currency currency)
    {
        if (PerContactPence is { } contact)
            yield return $"{currency.Words(contact)} a contact";
        if (PerCasePence is { } inCase)
            yield return $"{currency.Words(inCase)} a case";
        if (PerCustomer is { } rolling)
            yield return $"{currency.Words(rolling.Pence)} a customer in {Counted.Of(rolling.Days, "day")}";
    }
}

/// <summary>A cap on what one customer may be given in any window of so many days.</summary>
public sealed record RollingCap(long Pence, int Days);
