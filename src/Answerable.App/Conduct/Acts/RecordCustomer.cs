using Answerable.App.Acts;
using Answerable.App.Privacy;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Model.Privacy;

namespace Answerable.App.Conduct;

/// <summary>Says which customer a contact is with.</summary>
[Needs(Permission.HandleContacts)]
public sealed record RecordCustomer(ContactId Contact, string Reference) : IAct<Done>
{
    internal sealed class Handler : IHandle<RecordCustomer, Done>
    {
        public async Task<Outcome<Done>> Handle(RecordCustomer act, ActContext context, CancellationToken stop)
        {
            if (await ContactInHand.OfAsync(context, act.Contact, stop) is not { } inHand)
                return ConductRefusals.NoSuchContact;
            var reference = act.Reference.Trim();
            if (reference.Length is 0 or > 100)
                return new Refusal("customer.reference", "Type the customer's reference, such as an account number of up to 100 characters.",
                    nameof(Reference));
            if (CardMask.Holds(reference))
                return new Refusal("customer.card", "This looks like a card number, which is never kept. Use the account number.", nameof(Reference));
            var customer = await Customers.IdOfAsync(context.Db, reference, context.Now, stop);
            if (await context.Db.Set<CaseRow>().FindAsync([inHand.Row.Case], stop) is { } inCase)
                inCase.Customer ??= customer;
            return await inHand.TakeAsync(new HandlingMove.KnowCustomer(customer), stop);
        }
    }
}
