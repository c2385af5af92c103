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
        public Task<Outcome<Done>> Handle(EndContact act, ActContext context, CancellationToken stop) => OnDesk.DoAsync(context, act.Contact, async handling =>
            handling.EndedAt is not null
                ? new Refusal("contact.ended", "The conversation has ended already.")
                : await OverAsync(context, handling, stop), stop);

        internal static async Task<Outcome<Done>> OverAsync(ActContext context, HandlingRow handling, CancellationToken stop)
        {
            if (handling.HeldAt is not null && await RetrieveContact.Handler.OffHoldAsync(context, handling, stop) is { Allowed: false } refused)
                return refused;
            handling.EndedAt = Instant.Of(context.Now);
            context.Happened(new ContactEnded(), handling.Contact, handling.Kind);
            return await WalkInHand.OfAsync(context, handling, stop) is { Walk.End: null, Node: Ending } walk
                ? (await walk.TakeAsync(new Move.Finish(), stop)).Then<Done>(_ => Done.It)
                : Done.It;
        }
    }
}
