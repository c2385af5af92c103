using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.App.Conduct;

/// <summary>After-contact work is done; the contact closes.</summary>
/// <param name="Reason">Why it closes before the procedure reached an outcome, where it did not.</param>
/// <param name="Resolved">Whether the matter is settled, where no procedure guided the contact.</param>
[Needs(Permission.HandleContacts)]
public sealed record FinishWrap(ContactId Contact, BreakOffReason? Reason = null, bool? Resolved = null) : IAct<Done>
{
    internal sealed class Handler : IHandle<FinishWrap, Done>
    {
        public Task<Outcome<Done>> Handle(FinishWrap act, ActContext context, CancellationToken stop) =>
            ContactInHand.TakeAsync(context, act.Contact, new HandlingMove.Close(act.Reason, act.Resolved), stop);
    }
}
