using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Privacy;

/// <summary>The customer behind a reference, by their number: to see who looked at them. That they were sought is on record.</summary>
[Needs(Permission.ReadLooks)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record SoughtCustomer(string Reference) : IReading<CustomerId>, ILook<CustomerId>
{
    Look? ILook<CustomerId>.Seen(CustomerId result) => new(Sight.CustomerSearch, result.Value);

    internal sealed class Reader : IAnswer<SoughtCustomer, CustomerId>
    {
        public async Task<Outcome<CustomerId>> Answer(SoughtCustomer reading, ReadingContext context, CancellationToken stop) =>
            await Customers.FindAsync(context.Db, reading.Reference, stop) is { } customer
                ? customer.Id
                : new Refusal("customer.unknown", "No customer is known by this reference. One who was erased is found by the number that stands at "
                    + "the erasure here, no longer by their reference.", nameof(Reference));
    }
}
