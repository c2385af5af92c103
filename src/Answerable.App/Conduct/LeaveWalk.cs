using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>Puts a contact down where it stands, to be resumed by whoever has time: nothing of it is lost.</summary>
[Needs(Permission.HandleContacts)]
public sealed record LeaveWalk(ContactId Contact) : IAct<Done>
{
    internal sealed class Handler : IHandle<LeaveWalk, Done>
    {
        public async Task<Outcome<Done>> Handle(LeaveWalk act, ActContext context, CancellationToken stop)
        {
            var mine = await OnDesk.MineAsync(context, act.Contact, stop);
            if (!mine.Allowed)
                return mine.Then<Done>(_ => Done.It);
            var handling = mine.Value;
            if (handling.LeftAt is not null)
                return new Refusal("walk.left", "You have left this contact already.");
            handling.LeftAt = context.Now;
            if (await WalkInHand.OfAsync(context, handling, stop) is { Walk.End: null } walk
                && await walk.TakeAsync(new Move.LeaveIt(), stop) is { Allowed: false } refused)
                return refused.Then<Done>(_ => Done.It);
            await Presenting.FreeAsync(context, context.Who.Id, handling.Contact, stop);
            context.Tell(Topics.Queue);
            return Done.It;
        }
    }
}
