using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.App.Conduct;

/// <summary>The conversation is over; after-contact work begins. At an outcome the walk finishes with it.</summary>
[Needs(Permission.HandleContacts)]
public sealed record EndContact(ContactId Contact) : IAct<Done>
{
    internal sealed class Handler : IHandle<EndContact, Done>
    {
        public Task<Outcome<Done>> Handle(EndContact act, ActContext context, CancellationToken stop) =>
            ContactInHand.TakeAsync(context, act.Contact, new HandlingMove.End(), stop);
    }
}
