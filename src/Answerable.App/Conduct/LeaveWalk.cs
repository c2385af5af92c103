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
        public Task<Outcome<Done>> Handle(LeaveWalk act, ActContext context, CancellationToken stop) => OnDesk.DoAsync(context, act.Contact, async handling =>
        {
            if (handling.LeftAt is not null)
                return new Refusal("walk.left", "You have left this contact already.");
            handling.LeftAt = context.Now;
            if (await OnDesk.AlongAsync(context, handling, new Move.LeaveIt(), stop) is { Allowed: false } refused)
                return refused;
            await Presenting.FreeAsync(context, context.Who.Id, handling.Contact, stop);
            context.Tell(Topics.Queue);
            return Done.It;
        }, stop);
    }
}
