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
        public Task<Outcome<Done>> Handle(HoldContact act, ActContext context, CancellationToken stop) => OnDesk.DoAsync(context, act.Contact, async handling =>
        {
            if (handling.EndedAt is not null)
                return new Refusal("contact.ended", "The conversation has ended; nobody is there to hold.");
            if (handling.HeldAt is not null)
                return new Refusal("walk.held", "The customer is already on hold.");
            handling.HeldAt = context.Now;
            context.Happened(new ContactHeld(), handling.Contact, handling.Kind);
            return await OnDesk.AlongAsync(context, handling, new Move.Hold(), stop);
        }, stop);
    }
}
