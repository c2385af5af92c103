using Answerable.App.Centre;
using Answerable.App.Contacts;
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
/// <param name="ErasedAt">When the customer it was with was erased.</param>
internal sealed record DeskRow(HandlingRow Handling, WalkRow? Walk, int Case, string? Type, string Agent, Guid? Reference, DateTimeOffset? ErasedAt,
    DeskRow.ReferralLine? Referral, DeskState State, Currency Currency)
{
    private static readonly Question<Func<AnswerableDb, ContactId, PersonId?, IAsyncEnumerable<Found>>> Asked = new(() => EF.CompileAsyncQuery(
        (AnswerableDb db, ContactId contact, PersonId? me) => db.Set<HandlingRow>().AsNoTracking().Where(row => row.Contact == contact)
            .LeftJoin(db.Set<WalkRow>(), handling => handling.Walk, walk => (WalkId?)walk.Id, (handling, walk) => new { handling, walk })
            .Select(pair => new Found
            {
                Handling = pair.handling,
                Walk = pair.walk,
                Case = db.Set<CaseRow>().Where(known => known.Id == pair.handling.Case).Select(known => known.Number).FirstOrDefault(),
                Type = db.Set<ContactTypeRow>().Where(type => type.Code == pair.handling.Type).Select(type => type.Name).FirstOrDefault()
                    ?? pair.handling.Type,
                Agent = db.Set<PersonRow>().Where(person => person.Id == pair.handling.Agent).Select(person => person.Name).FirstOrDefault(),
                Reference = db.Set<CustomerRow>().Where(customer => customer.Id == pair.handling.Customer).Select(customer => customer.Reference)
                    .FirstOrDefault(),
                ErasedAt = db.Set<ContactRow>().Where(contact => contact.Id == pair.handling.Contact)
                    .Join(db.Set<CustomerRow>(), contact => contact.Customer, customer => (CustomerId?)customer.Id,
                        (_, customer) => customer.ErasedAt)
                    .FirstOrDefault(),
                Presence = db.Set<PresenceRow>().Where(row => row.Person == me).Select(row => (Presence?)row.Presence).FirstOrDefault(),
                Since = db.Set<PresenceRow>().Where(row => row.Person == me).Select(row => row.Since).FirstOrDefault(),
                Waiting = DeskState.WaitingIn(db).Count(),
                Left = DeskState.LeftIn(db).Count(),
                Currency = db.Set<CentreRow>().Where(centre => centre.Id == CentreRow.Only).Select(centre => centre.Currency).First(),
                Referrals = db.Set<ReferralRow>().Where(row => row.Contact == pair.handling.Contact)
                    .Select(row => new ReferralLine(row, db.Set<PersonRow>()
                        .Where(person => person.Id == (row.DecidedBy ?? row.AcceptedBy ?? row.AssignedTo)).Select(person => person.Name)
                        .FirstOrDefault()))
                    .ToList(),
            })));

    internal sealed record ReferralLine(ReferralRow Row, string? With);

    /// <summary>None where there is no such contact. Whether it may be seen is the reading's to ask.</summary>
    public static async Task<DeskRow?> OfAsync(AnswerableDb db, ContactId contact, PersonId? me, CancellationToken stop) =>
        (await Asked.To(db)(db, contact, me).SingleOrDefaultAsync(stop))?.Row();

    private sealed class Found
    {
        public required HandlingRow Handling { get; init; }
        public required WalkRow? Walk { get; init; }
        public required int Case { get; init; }
        public required string? Type { get; init; }
        public required string? Agent { get; init; }
        public required Guid? Reference { get; init; }
        public required DateTimeOffset? ErasedAt { get; init; }
        public required Presence? Presence { get; init; }
        public required DateTimeOffset? Since { get; init; }
        public required int Waiting { get; init; }
        public required int Left { get; init; }
        public required string Currency { get; init; }
        public required IReadOnlyList<ReferralLine> Referrals { get; init; }

        public DeskRow Row() => new(Handling, Walk, Case, Type, Agent ?? PersonNames.Gone, Reference, ErasedAt,
            Referrals.OrderByDescending(referral => referral.Row.OpenedAt).ThenByDescending(referral => referral.Row.Id.Value).FirstOrDefault(),
            new DeskState(Presence, Since, Waiting, Left), Currencies.Find(Currency)!);
    }
}
