using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>Takes up a contact somebody left, oneself or a colleague, where it stands.</summary>
[Needs(Permission.HandleContacts)]
public sealed record ResumeWalk(ContactId Contact) : IAct<Done>
{
    internal sealed class Handler : IHandle<ResumeWalk, Done>
    {
        public async Task<Outcome<Done>> Handle(ResumeWalk act, ActContext context, CancellationToken stop)
        {
            if (context.Who.Line is null)
                return ConductRefusals.NotInLine;
            if (await context.Db.Handlings.FindAsync([act.Contact], stop) is not { } handling)
                return ConductRefusals.NoSuchContact;
            if (handling.ClosedAt is not null)
                return ConductRefusals.Closed;
            if (handling.LeftAt is null)
                return handling.Agent == context.Who.Person ? Done.It : ConductRefusals.WithAnother(await Colleagues.NameAsync(context.Db, handling.Agent, stop));
            return await TakeUpAsync(context, handling, null, stop);
        }

        /// <summary>The one who acts has the contact from now on.</summary>
        internal static async Task<Outcome<Done>> TakeUpAsync(ActContext context, HandlingRow handling, ReferralId? referral, CancellationToken stop)
        {
            if (handling.Agent != context.Who.Id)
                context.Happened(new ContactAnswered(context.Who.Id, context.Who.Team), handling.Contact, handling.Kind);
            if (handling.LeftAt is null)
                await Presenting.FreeAsync(context, handling.Agent, handling.Contact, stop);
            context.Tell(Topics.Desk(handling.Agent));
            (handling.Agent, handling.LeftAt) = (context.Who.Id, null);
            await Presenting.ChangeAsync(context, Presence.Busy, stop);
            context.Tell(Topics.Queue);
            return await WalkInHand.OfAsync(context, handling, stop) is { Walk.End: null } walk
                ? (await walk.TakeAsync(new Move.Resume(referral), stop)).Then<Done>(_ => Done.It)
                : Done.It;
        }
    }
}
