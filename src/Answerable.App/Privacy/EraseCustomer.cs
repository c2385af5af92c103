using Answerable.App.Acts;
using Answerable.App.Contacts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Privacy;

/// <summary>
/// Erases a customer: their key and the keys of their contacts are destroyed, the reference can no longer be looked up.
/// Statistics and the journal's lines stay, and name nobody.
/// </summary>
[Needs(Permission.EraseCustomers)]
public sealed record EraseCustomer(string Reference, string Reason) : IAct<EraseCustomer.Erasure>
{
    public sealed record Erasure(CustomerId Customer, int Contacts, int Keys);

    internal sealed class Handler : IHandle<EraseCustomer, Erasure>
    {
        public async Task<Outcome<Erasure>> Handle(EraseCustomer act, ActContext context, CancellationToken stop)
        {
            if (act.Reason.Shown().Length == 0)
                return new Refusal("customer.no-reason", "Say why: the request's date or reference.", nameof(Reason));
            var customer = await Customers.FindAsync(context.Db, act.Reference, stop);
            if (customer is null)
                return new Refusal("not-found", "No customer is known by this reference. They may have been erased before.", nameof(Reference));
            var contacts = await context.Db.Set<ContactRow>().Where(row => row.Customer == customer.Id).Select(row => row.Id).ToListAsync(stop);
            var keys = await PersonalVault.DestroyAsync(context.Db, [customer.Id.Value, .. contacts.Select(id => id.Value)], stop);
            (customer.Lookup, customer.Reference, customer.ErasedAt) = (null, null, context.Now);
            context.Happened(new CustomerErased(CardMask.Apply(act.Reason.Shown()), keys), customer.Id);
            return new Erasure(customer.Id, contacts.Count, keys);
        }
    }
}
