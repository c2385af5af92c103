using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>Refers the contact itself to greater authority or other skill. It stays with the one who asks until somebody takes it over.</summary>
/// <param name="To">The role it should go to; the step's referral point, or the next role up, where none is named.</param>
/// <param name="Urgent">Life, safety or safeguarding: at once to a team leader, from any step.</param>
[Needs(Permission.HandleContacts)]
public sealed record ReferContact(ContactId Contact, string? Reason, Role? To = null, bool Urgent = false) : IAct<Done>
{
    internal sealed class Handler : IHandle<ReferContact, Done>
    {
        public async Task<Outcome<Done>> Handle(ReferContact act, ActContext context, CancellationToken stop)
        {
            if (await ContactInHand.OfAsync(context, act.Contact, stop) is not { } inHand)
                return ConductRefusals.NoSuchContact;
            var words = await OwnWords.KeepAsync(context.Db, inHand.Row.Owner, act.Reason, stop);
            return await inHand.TakeAsync(new HandlingMove.Refer(words, act.To, act.Urgent), stop);
        }
    }
}
