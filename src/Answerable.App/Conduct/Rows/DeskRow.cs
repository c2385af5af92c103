using Answerable.App.Centre;
using Answerable.App.People;
using Answerable.App.Privacy;
using Answerable.App.Procedures;
using Answerable.App.Storage;
using Answerable.Model.Centre;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>A contact on somebody's desk with all that one question can tell of it.</summary>
/// <param name="Reference">Where the customer's reference is kept.</param>
internal sealed record DeskRow(HandlingRow Handling, WalkRow? Walk, int Case, string? Type, string Agent, Guid? Reference,
    DeskRow.ReferralLine? Referral, DeskState State, Currency Currency)
{
    internal sealed record ReferralLine(ReferralRow Row, string? With);

    public static async Task<DeskRow?> OfAsync(AnswerableDb db, IQueryable<HandlingRow> seen, ContactId contact, PersonId? me, CancellationToken stop)
    {
        var (presences, waiting, left) = (db.Set<PresenceRow>().Where(row => row.Person == me), DeskState.WaitingIn(db), DeskState.LeftIn(db));
        var found = await seen.Where(row => row.Contact == contact)
            .LeftJoin(db.Set<WalkRow>(), handling => handling.Walk, walk => (WalkId?)walk.Id, (handling, walk) => new { handling, walk })
            .Select(pair => new
            {
                pair.handling,
                pair.walk,
                Case = db.Set<CaseRow>().Where(known => known.Id == pair.handling.Case).Select(known => known.Number).FirstOrDefault(),
                Type = db.Set<ContactTypeRow>().Where(type => type.Code == pair.handling.Type).Select(type => type.Name).FirstOrDefault()
                    ?? pair.handling.Type,
                Agent = db.Set<PersonRow>().Where(person => person.Id == pair.handling.Agent).Select(person => person.Name).FirstOrDefault(),
                Reference = db.Set<CustomerRow>().Where(customer => customer.Id == pair.handling.Customer).Select(customer => customer.Reference)
                    .FirstOrDefault(),
                Presence = presences.Select(row => (Presence?)row.Presence).FirstOrDefault(),
                Since = presences.Select(row => row.Since).FirstOrDefault(),
                Waiting = waiting.Count(),
                Left = left.Count(),
                Currency = db.Set<CentreRow>().Where(centre => centre.Id == CentreRow.Only).Select(centre => centre.Currency).First(),
                Referrals = db.Set<ReferralRow>().Where(row => row.Contact == pair.handling.Contact)
                    .Select(row => new
                    {
                        row,
                        With = db.Set<PersonRow>().Where(person =>
                        person.Id == (row.DecidedBy ?? row.AcceptedBy ?? row.AssignedTo)).Select(person => person.Name).FirstOrDefault()
                    })
                    .ToList(),
            })
            .SingleOrDefaultAsync(stop);
        if (found is null)
            return null;
        var latest =
            found.Referrals.OrderByDescending(referral => referral.row.OpenedAt).ThenByDescending(referral => referral.row.Id.Value).FirstOrDefault();
        return new DeskRow(found.handling, found.walk, found.Case, found.Type, found.Agent ?? PersonNames.Gone, found.Reference,
            latest is null ? null : new ReferralLine(latest.row, latest.With), new DeskState(found.Presence, found.Since, found.Waiting, found.Left),
                Currencies.Find(found.Currency)!);
    }
}
