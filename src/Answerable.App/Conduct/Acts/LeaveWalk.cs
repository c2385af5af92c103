using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>Puts a contact down where it stands, to be resumed by whoever has time: nothing of it is lost.</summary>
[Needs(Permission.HandleContacts)]
public sealed record LeaveWalk(ContactId Contact) : IAct<Done>
{
    internal sealed class Handler : IHandle<LeaveWalk, Done>
    {
        public Task<Outcome<Done>> Handle(LeaveWalk act, ActContext context, CancellationToken stop) =>
            ContactInHand.TakeAsync(context, act.Contact, new HandlingMove.Leave(), stop);
    }
}
