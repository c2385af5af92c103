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
            var mine = await OnDesk.MineAsync(context, act.Contact, stop);
            if (!mine.Allowed)
                return mine.Then<Done>(_ => Done.It);
            var handling = mine.Value;
            var words = await OwnWords.KeepAsync(context.Db, handling.Owner, act.Reason, stop);
            if (words is null && !act.Urgent)
                return new Refusal("referral.no-reason", "Say in a few words why, so that the customer need not say it again.", "referReason");
            if (await WalkInHand.OfAsync(context, handling, stop) is { Walk.End: null } walk)
                return (await walk.TakeAsync(new Move.Refer(words, act.To, act.Urgent), stop)).Then<Done>(_ => Done.It);
            return await FreelyAsync(act, context, handling, words, stop);
        }

        // No procedure guides the contact: it goes one role up, or where it was asked to go.
        private static async Task<Outcome<Done>> FreelyAsync(ReferContact act, ActContext context, HandlingRow handling, Guid? words, CancellationToken stop)
        {
            if (context.Who.Line is not { } own)
                return ConductRefusals.NotInLine;
            if (handling.FreeReferral is { } before)
                await ReferralRows.WithdrawAsync(context, ReferralId.From(before), "It was referred again.", stop);
            var next = act.To is { } asked && Roles.Line.Contains(asked) ? asked : Roles.Line.FirstOrDefault(role => role > own, Role.Manager);
            var to = act.Urgent && next < Role.TeamLeader ? Role.TeamLeader : next < Role.SeniorAgent ? Role.SeniorAgent : next;
            var open = new Command.OpenReferral(Ids.New<ReferralId>(), ReferralMatter.Contact, "", to, act.Urgent ? 2 : 15, "")
            {
                AtLeast = to,
                Words = words,
                Urgent = act.Urgent,
            };
            var row = await ReferralRows.OpenAsync(context, handling, null, open, Instant.Of(context.Now), stop);
            handling.FreeReferral = row.Id.Value;
            return Done.It;
        }
    }
}
