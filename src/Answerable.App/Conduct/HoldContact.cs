using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>Puts the customer on hold.</summary>
[Needs(Permission.HandleContacts)]
public sealed record HoldContact(ContactId Contact) : IAct<Done>
{
    internal sealed class Handler : IHandle<HoldContact, Done>
    {
        public async Task<Outcome<Done>> Handle(HoldContact act, ActContext context, CancellationToken stop)
        {
            var mine = await OnDesk.MineAsync(context, act.Contact, stop);
            if (!mine.Allowed)
                return mine.Then<Done>(_ => Done.It);
            var handling = mine.Value;
            if (handling.EndedAt is not null)
                return new Refusal("contact.ended", "The conversation has ended; nobody is there to hold.");
            if (handling.HeldAt is not null)
                return new Refusal("walk.held", "The customer is already on hold.");
            handling.HeldAt = context.Now;
            context.Happened(new ContactHeld(), handling.Contact, handling.Kind);
            return await WalkInHand.OfAsync(context, handling, stop) is { Walk.End: null } walk
                ? (await walk.TakeAsync(new Move.Hold(), stop)).Then<Done>(_ => Done.It)
                : Done.It;
        }
    }
}
