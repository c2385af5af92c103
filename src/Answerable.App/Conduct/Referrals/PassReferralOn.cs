using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>Passes a referral on: to the next who could take it, with the whole context and one's own words.</summary>
[Needs(Permission.TakeReferrals)]
public sealed record PassReferralOn(ReferralId Referral, string? Reason = null, Role? To = null) : IAct<PassReferralOn.PassedTo>
{
    public sealed record PassedTo(string? Name, Role Role);

    internal sealed class Handler : IHandle<PassReferralOn, PassedTo>
    {
        public async Task<Outcome<PassedTo>> Handle(PassReferralOn act, ActContext context, CancellationToken stop)
        {
            if (await context.Db.Set<ReferralRow>().FindAsync([act.Referral], stop) is not { } row)
                return ConductRefusals.NoSuchReferral;
            if (row.Referral().MayAccept(context.Who.Id, await Colleagues.NameAsync(context.Db, row.AcceptedBy, stop)) is { } refusal)
                return refusal;
            var (route, had) = await Route.OnwardAsync(context.Db, row, context.Who.Id, Instant.Of(context.Now), stop);
            if (act.To is { } asked && Roles.Line.Contains(asked) && asked > route.AtLeast)
                route = route with { AtLeast = asked };
            var found = route.Find(await Colleagues.OfAsync(context.Db, stop), had);
            var role = found?.Role ?? route.LowestRole();
            if (row.Referral().MayPassOn(found?.Person, role) is { } idle)
                return idle;
            var words = await OwnWords.KeepAsync(context.Db, row.Customer?.Value ?? row.Contact.Value, act.Reason, stop);
            ReferralRows.Moved(context, row.ToRole, row.AcceptedBy ?? row.AssignedTo);
            (row.State, row.AcceptedBy, row.AcceptedAt, row.AssignedTo, row.ToRole) = (ReferralState.Open, null, null, found?.Person, role);
            row.Answer = words ?? row.Answer;
            context.Happened(new ReferralPassedOn(context.Who.Id, role, found?.Person, words), row.Id, row.Kind);
            ReferralRows.Told(context, row);
            return new PassedTo(found?.Name, role);
        }
    }
}
