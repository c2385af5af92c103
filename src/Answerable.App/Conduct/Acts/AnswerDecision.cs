using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Model.Privacy;

namespace Answerable.App.Conduct;

[Needs(Permission.HandleContacts)]
public sealed record AnswerDecision(ContactId Contact, [ToTheLetter] string Node, int Turn, string Answer) : IAct<Done>
{
    internal sealed class Handler : IHandle<AnswerDecision, Done>
    {
        public Task<Outcome<Done>> Handle(AnswerDecision act, ActContext context, CancellationToken stop) =>
            ContactOnDesk.MoveAsync(context, act.Contact, act.Turn, _ => Task.FromResult<Outcome<Move>>(new Move.Choose(act.Node, act.Answer)), stop);
    }
}
