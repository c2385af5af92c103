using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>Puts the customer on hold.</summary>
[Needs(Permission.HandleContacts)]
public sealed record HoldContact(ContactId Contact) : IAct<Done>
{
    internal sealed class Handler : IHandle<HoldContact, Done>
    {
        public Task<Outcome<Done>> Handle(HoldContact act, ActContext context, CancellationToken stop) =>
            ContactInHand.TakeAsync(context, act.Contact, new HandlingMove.Hold(), stop);
    }
}
