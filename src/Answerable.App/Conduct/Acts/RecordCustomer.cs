using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Model.Privacy;

namespace Answerable.App.Conduct;

/// <summary>Says which customer a contact is with.</summary>
[Needs(Permission.HandleContacts)]
public sealed record RecordCustomer(ContactId Contact, [ToTheLetter] string Reference) : IAct<Done>
{
    internal sealed class Handler : IHandle<RecordCustomer, Done>
    {
        public async Task<Outcome<Done>> Handle(RecordCustomer act, ActContext context, CancellationToken stop)
        {
            if (await ContactInHand.OfAsync(context, act.Contact, stop) is not { } inHand)
                return ConductRefusals.NoSuchContact;
            var named = await NamedCustomer.OfAsync(context, act.Reference, stop);
            if (!named.Allowed)
                return named.As<Done>();
            var (before, customer) = (inHand.Row.Customer, named.Value);
            if (await Cases.NameAsync(context, inHand.Row, customer, stop) is { } shared)
                return shared;
            var taken = await inHand.TakeAsync(new HandlingMove.KnowCustomer(customer), stop);
            if (!taken.Allowed || before == customer)
                return taken;
            return await DecidedForCustomer.WeighAsync(context, inHand, customer, stop) is { } tooMuch ? tooMuch : taken;
        }
    }
}
