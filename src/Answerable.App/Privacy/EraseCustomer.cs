using Answerable.App.Acts;
using Answerable.App.Contacts;
using Answerable.App.Storage;
using Answerable.App.Work;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Privacy;

/// <summary>
/// Erases a customer: their key and the keys of their contacts are destroyed, the reference can no longer be looked up, and where import remarks name
/// it, they are emptied. Statistics and the journal's lines stay, and name nobody. A contact that is still open goes on with a new record of the same
/// person, which can be erased in its turn.
/// </summary>
[Needs(Permission.EraseCustomers)]
public sealed record EraseCustomer([ToTheLetter] string Reference, string Reason) : IAct<EraseCustomer.Erasure>, ILook<EraseCustomer.Erasure>
{
    Look? ILook<EraseCustomer.Erasure>.Seen(EraseCustomer.Erasure result) => new(Sight.Erasure, result.Customer.Value);

    /// <param name="Open">Contacts that were open and go on under the same reference, as somebody new.</param>
    public sealed record Erasure(CustomerId Customer, int Contacts, int Keys, int Open);

    internal sealed record Found(CustomerId Customer, string? Reference, IReadOnlyList<Parting> Partings);

    internal sealed class Handler(IEnumerable<IEraseToo> others) : IHandle<EraseCustomer, EraseCustomer.Found, Erasure>
    {
        private static readonly ContactState[] OpenStates = [ContactState.Waiting, ContactState.Talking, ContactState.Wrapping];

        public async Task<Outcome<Found>> Prepare(EraseCustomer act, ReadingContext context, CancellationToken stop)
        {
            if (act.Reason.Shown().Length == 0)
                return new Refusal("customer.no-reason", "Say why: the request's date or reference.", nameof(Reason));
            if (await Customers.FindAsync(context.Db, act.Reference, stop) is not { } customer)
                return new Refusal(
                    "customer.unknown", "No customer is known by this reference. They may have been erased before.", nameof(Reference));
            var reference = customer.Reference is { } kept ? await PersonalVault.ReadAsync(context.Db, kept, stop) : null;
            var partings = new List<Parting>();
            foreach (var other in others)
            {
                var found = await other.FindAsync(context.Db, new Erased(customer.Id, reference), stop);
                if (!found.Allowed)
                    return found.Refusals.ToList();
                partings.Add(found.Value);
            }
            return new Found(customer.Id, reference, partings);
        }

        public async Task<Outcome<Erasure>> Decide(EraseCustomer act, Found found, ActContext context, CancellationToken stop)
        {
            var customer = await context.Db.Set<CustomerRow>().SingleAsync(row => row.Id == found.Customer, stop);
            if (customer.ErasedAt is not null)
                return Overtaken.Refusal;
            var contacts = await context.Db.Set<ContactRow>().Where(row => row.Customer == customer.Id)
                .Select(row => new { row.Id, row.Kind, Open = OpenStates.Contains(row.State) }).ToListAsync(stop);
            var keys = await PersonalVault.DestroyAsync(context.Db, [customer.Id.Value, .. contacts.Select(contact => contact.Id.Value)], stop);
            (customer.Lookup, customer.Reference, customer.ErasedAt) = (null, null, context.Now);
            context.Happened(new CustomerErased(act.Reason.Shown(), keys), customer.Id);
            await context.Db.SaveChangesAsync(stop);
            var open = contacts.Where(contact => contact.Open).ToList();
            if (open.Count > 0 && found.Reference is { } reference)
            {
                var anew = await Customers.IdOfAsync(context.Db, reference, context.Now, stop);
                foreach (var contact in open)
                    context.Happened(new ContactCustomerKnown(anew), contact.Id, contact.Kind);
                await context.Db.SaveChangesAsync(stop);
            }
            foreach (var parting in found.Partings)
                await parting(context, stop);
            await context.AfterwardsAnewAsync(new WipeErased(), WipeErased.Doing, stop);
            return new Erasure(customer.Id, contacts.Count, keys, open.Count);
        }
    }
}
