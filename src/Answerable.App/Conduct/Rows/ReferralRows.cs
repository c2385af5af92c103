using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>Referrals opened and closed as rows, with their facts and word to the pages that wait for them.</summary>
internal static class ReferralRows
{
    /// <param name="walk">The walk it comes from; none where no procedure guides the contact.</param>
    public static async Task<ReferralRow> OpenAsync(ActContext context, HandlingRow handling, Walk? walk, Command.OpenReferral open,
        DateTimeOffset at, CancellationToken stop)
    {
        var asked = open.Matter == ReferralMatter.Decision
            ? new Asked(open.DecisionKind!, open.Pence, handling.Contact, handling.Case, handling.Customer)
            : null;
        var route = asked is null
            ? Route.ForContact(open.To, context.Who.Id, context.Who.Team, at)
            : await Route.ForDecisionAsync(context.Db, open.AtLeast, context.Who.Id, context.Who.Team, asked, walk?.Id, open.Node, at, stop);
        var colleagues = await Colleagues.OfAsync(context.Db, stop);
        var (found, reach) = (route.Find(colleagues), route.Reach(colleagues));
        var row = new ReferralRow
        {
            Id = open.Id,
            Kind = handling.Kind,
            Matter = open.Matter,
            DecisionKind = open.DecisionKind,
            Pence = open.Pence,
            TotalPence = open.TotalPence,
            LimitId = open.LimitId,
            Why = open.Why,
            // Nobody tells a customer of an answer that nobody may give.
            TellCustomer = reach?.Covers(open.Pence) == false ? "" : open.TellCustomer,
            Contact = handling.Contact,
            Case = handling.Case,
            Customer = handling.Customer,
            Walk = walk?.Id,
            Node = walk is null ? null : open.Node,
            Procedure = walk?.Procedure,
            Version = walk?.Version,
            RequestedBy = context.Who.Id,
            Team = context.Who.Team,
            AtLeast = open.AtLeast,
            ToRole = found?.Role ?? open.To,
            AssignedTo = found?.Person,
            Urgent = open.Urgent,
            Words = open.Words,
            OpenedAt = at,
            AnswerBy = at.AddMinutes(open.WithinMinutes),
        };
        context.Db.Set<ReferralRow>().Add(row);
        context.Happened(
            new ReferralOpened(row.Matter, row.DecisionKind, row.Pence, row.Contact, row.Case, row.Walk, row.Node, row.RequestedBy, row.ToRole,
                row.AssignedTo, row.AnswerBy, row.Urgent, row.Words),
            row.Id, row.Kind);
        Told(context, row);
        return row;
    }

    public static async Task WithdrawAsync(ActContext context, ReferralId id, string why, CancellationToken stop)
    {
        if (await context.Db.Set<ReferralRow>().FindAsync([id], stop) is not { } row || !row.Referral().Waits)
            return;
        (row.State, row.ClosedAt) = (ReferralState.Withdrawn, Instant.Of(context.Now));
        context.Happened(new ReferralWithdrawn(context.Who.Id, why), row.Id, row.Kind);
        Told(context, row);
    }

    /// <summary>The one who asked takes it back; a walk that waits for the answer drops it.</summary>
    public static async Task<Outcome<Done>> TakeBackAsync(ActContext context, ReferralRow row, CancellationToken stop)
    {
        if (row.Referral().MayWithdraw(context.Who.Id) is { } refusal)
            return refusal;
        var inHand = await ContactInHand.OfAsync(context, row.Contact, stop);
        if (inHand is { Walk: { } walk } && inHand.Row.Agent == context.Who.Id && walk.Walk.Waiting?.Referral == row.Id)
            return (await walk.TakeAsync(new Move.DropReferral(), stop)).Then<Done>(_ => Done.It);
        await WithdrawAsync(context, row.Id, "The agent withdrew it.", stop);
        if (inHand?.Row.FreeReferral == row.Id.Value)
            inHand.Row.FreeReferral = null;
        return Done.It;
    }

    public static void Told(ActContext context, ReferralRow row)
    {
        Moved(context, row.ToRole, row.AcceptedBy ?? row.AssignedTo);
        context.Tell(Topics.Desk(row.RequestedBy));
    }

    /// <summary>Tells those who see a referral where it stands, or who saw it where it stood.</summary>
    public static void Moved(ActContext context, Role role, PersonId? with)
    {
        context.Tell(Topics.AnyReferral);
        context.Tell(Topics.Referrals(role));
        if (with is { } one)
            context.Tell(Topics.Referrals(one));
    }
}
