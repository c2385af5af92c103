using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Model.Privacy;

namespace Answerable.App.Conduct;

/// <summary>Goes back to the step before; what is done there again replaces what was done.</summary>
[Needs(Permission.HandleContacts)]
public sealed record GoBack(ContactId Contact, [ToTheLetter] string Node, int Turn) : IAct<Done>
{
    internal sealed class Handler : IHandle<GoBack, Done>
    {
        public Task<Outcome<Done>> Handle(GoBack act, ActContext context, CancellationToken stop) =>
            ContactOnDesk.MoveAsync(context, act.Contact, act.Turn, _ => Task.FromResult<Outcome<Move>>(new Move.GoBack(act.Node)), stop);
    }
}
