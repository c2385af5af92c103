using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Privacy;

/// <summary>What an erasure would do beside destroying keys: files it would put away, contacts that would go on.</summary>
/// <param name="Reason">As it is to be given, where it has been typed: what would refuse it then does so now.</param>
[Needs(Permission.EraseCustomers), Unscoped(UnscopedAttribute.OfCentre)]
public sealed record ErasureForeseen(string Reference, string? Reason = null) : IReading<ErasureForeseen.View>, ILook<ErasureForeseen.View>
{
    /// <summary>Whoever looks what it would do and leaves it at that has sought the customer all the same; where nothing keeps it, the erasure
    /// follows at once and is on record itself.</summary>
    Look? ILook<View>.Seen(View result) => result.IsPlain ? null : new(Sight.CustomerSearch, result.Customer.Value);

    /// <param name="InHand">Contacts that somebody has in hand right now: they go on under the reference.</param>
    public sealed record View(CustomerId Customer, IReadOnlyList<FilePutAway> Files, IReadOnlyList<ContactId> InHand)
    {
        public bool IsPlain => Files.Count + InHand.Count == 0;
    }

    internal sealed record Found(CustomerId Customer, string? Reference, IReadOnlyList<Parting> Partings);

    internal static async Task<Outcome<Found>> FindAsync(AnswerableDb db, IEnumerable<IEraseToo> others, string reference, CancellationToken stop)
    {
        if (await Customers.FindAsync(db, reference, stop) is not { } customer)
            return new Refusal("customer.unknown", "No customer is known by this reference. They may have been erased before.", nameof(Reference));
        var kept = customer.Reference is { } sealedAs ? await PersonalVault.ReadAsync(db, sealedAs, stop) : null;
        var partings = new List<Parting>();
        foreach (var other in others)
        {
            var found = await other.FindAsync(db, new Erased(customer.Id, kept), stop);
            if (!found.Allowed)
                return found.Refusals.ToList();
            partings.Add(found.Value);
        }
        return new Found(customer.Id, kept, partings);
    }

    internal static async Task<List<ContactId>> InHandAsync(AnswerableDb db, IEnumerable<IEraseToo> others, CustomerId customer,
        CancellationToken stop)
    {
        var inHand = new List<ContactId>();
        foreach (var other in others)
            inHand.AddRange(await other.InHandAsync(db, customer, stop));
        return inHand;
    }

    internal sealed class Handler(IEnumerable<IEraseToo> others) : IAnswer<ErasureForeseen, View>
    {
        public async Task<Outcome<View>> Answer(ErasureForeseen reading, ReadingContext context, CancellationToken stop)
        {
            if (reading.Reason is { } reason && EraseCustomer.Amiss(reason, reading.Reference) is { } amiss)
                return amiss;
            var found = await FindAsync(context.Db, others, reading.Reference, stop);
            return found.Allowed
                ? new View(found.Value.Customer, [.. found.Value.Partings.SelectMany(parting => parting.Files)],
                    await InHandAsync(context.Db, others, found.Value.Customer, stop))
                : found.As<View>();
        }
    }
}
