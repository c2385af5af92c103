using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Model.Privacy;

namespace Answerable.App.Conduct;

/// <summary>Leaves a step out, with the reason where the procedure asks for one.</summary>
[Needs(Permission.HandleContacts)]
public sealed record SkipStep(ContactId Contact, [ToTheLetter] string Node, int Turn, SkipReason Reason, string? Words = null) : IAct<Done>
{
    internal sealed class Handler : IHandle<SkipStep, Done>
    {
        public Task<Outcome<Done>> Handle(SkipStep act, ActContext context, CancellationToken stop) =>
            ContactOnDesk.MoveAsync(context, act.Contact, act.Turn, async walk => new Move.Skip(
                act.Node, act.Reason, await OwnWords.KeepAsync(context.Db, walk.Handling.Owner, act.Words, stop)), stop);
    }
}
