using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>Takes up a contact somebody left, oneself or a colleague, where it stands.</summary>
[Needs(Permission.HandleContacts)]
public sealed record ResumeWalk(ContactId Contact) : IAct<Done>
{
    internal sealed class Handler : IHandle<ResumeWalk, Done>
    {
        public Task<Outcome<Done>> Handle(ResumeWalk act, ActContext context, CancellationToken stop) =>
            ContactInHand.TakeAsync(context, act.Contact, new HandlingMove.Resume(), stop);
    }
}
