using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>Takes the customer off hold.</summary>
[Needs(Permission.HandleContacts)]
public sealed record RetrieveContact(ContactId Contact) : IAct<Done>
{
    internal sealed class Handler : IHandle<RetrieveContact, Done>
    {
        public Task<Outcome<Done>> Handle(RetrieveContact act, ActContext context, CancellationToken stop) =>
            ContactInHand.TakeAsync(context, act.Contact, new HandlingMove.Retrieve(), stop);
    }
}
