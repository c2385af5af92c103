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
        public Task<Outcome<Done>> Handle(RetrieveContact act, ActContext context, CancellationToken stop) => OnDesk.DoAsync(context, act.Contact, async handling =>
            handling.HeldAt is null
                ? new Refusal("walk.not-held", "The customer is not on hold.")
                : await OffHoldAsync(context, handling, stop), stop);

        internal static async Task<Outcome<Done>> OffHoldAsync(ActContext context, HandlingRow handling, CancellationToken stop)
        {
            handling.HeldAt = null;
            context.Happened(new ContactRetrieved(), handling.Contact, handling.Kind);
            return await WalkInHand.OfAsync(context, handling, stop) is { Walk: { End: null, Held: true } } walk
                ? (await walk.TakeAsync(new Move.Retrieve(), stop)).Then<Done>(_ => Done.It)
                : Done.It;
        }
    }
}
