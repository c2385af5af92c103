using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.App.Privacy;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.App.Conduct;

/// <summary>One contact on the desk: where it stands, what may be done there, and what is known.</summary>
[Needs(Permission.HandleContacts)]
public sealed record DeskContact(ContactId Contact) : IReading<DeskContact.View>, ILook<DeskContact.View>
{
    Look? ILook<DeskContact.View>.Seen(DeskContact.View result) => new(Sight.ContactAtDesk, Contact.Value);

    /// <param name="ErasedAt">When the customer it was with was erased, where nobody has been named since.</param>
    public sealed record View(
        ContactId Contact, Channel Channel, string? Type, int Case, bool Mine, string Agent, DateTimeOffset Since,
        DateTimeOffset? HeldAt, DateTimeOffset? LeftAt, DateTimeOffset? EndedAt, DateTimeOffset? ClosedAt,
        WalkAtDesk? Walk, WalkStory Story, CustomerAtDesk? Customer, DateTimeOffset? ErasedAt, ReferralAtDesk? Referral, DeskHands.View Hands);

    /// <param name="Number">The place in the outline.</param>
    /// <param name="Of">How many places it has.</param>
    /// <param name="DeniedBy">Who refused what was asked for here; nobody where nothing was refused.</param>
    public sealed record WalkAtDesk(ProcedureId Procedure, int Version, Walk Walk, Offer Offer, int Number, int Of, WhoCan? WhoCan, string? DeniedBy);

    internal sealed class Reader : IAnswer<DeskContact, View>
    {
        public async Task<Outcome<View>> Answer(DeskContact reading, ReadingContext context, CancellationToken stop) =>
            await DeskRow.OfAsync(context.Db, reading.Contact, context.Who.Person, stop) is { } row && await context.SeesAsync(row.Handling, stop)
                ? await OfAsync(context, row, stop) : ConductRefusals.NoSuchContact;
    }

    internal static async Task<View> OfAsync(ReadingContext context, DeskRow row, CancellationToken stop)
    {
        var (db, handling) = (context.Db, row.Handling);
        var walk = row.Walk is { } begun ? WalkJson.Read(begun.State) : null;
        var version = row.Walk is { } guided ? await GuidingVersion.OfAsync(db, guided.Procedure, guided.Version, stop) : null;
        var notes = await WalkStory.NotesAsync(db, handling.Contact, handling.Case, stop);
        Guid?[] beside = [row.Reference, row.Referral?.Row.Answer];
        var words = await PersonalVault.ReadAsync(db, [.. WalkStory.Kept(walk, notes), .. beside.OfType<Guid>()], stop);
        var story = WalkStory.Of(walk, version?.Chart, notes, words, row.Currency);
        return new View(handling.Contact, handling.Channel, row.Type, row.Case, handling.Agent == context.Who.Person, row.Agent,
            handling.TakenAt, handling.HeldAt, handling.LeftAt, handling.EndedAt, handling.ClosedAt,
            walk is not null && version is not null ? await AtDeskAsync(context, walk, version, row.Referral, stop) : null,
            story,
            handling.Customer is { } customer ? await CustomerAtDesk.OfAsync(db, customer, row.Reference, words, handling.Contact, stop) : null,
            row.ErasedAt,
            row.Referral is { } referral ? ReferralAtDesk.Of(referral.Row, referral.With, words) : null,
            DeskHands.Of(handling, context.Who.Person, walk?.At, story.NotesInAll));
    }

    private static async Task<WalkAtDesk> AtDeskAsync(ReadingContext context, Walk walk, GuidingVersion version, DeskRow.ReferralLine? latest,
        CancellationToken stop)
    {
        var at = Instant.Of(context.Now);
        var decider = Decider.Of(context.Who);
        var standing = await WalkStanding.OfAsync(context.Db, version.Chart, walk, decider, at, stop);
        var offer = Offer.Of(version.Chart, walk, standing, at);
        var who = walk.End is null ? await WhoCan.OfAsync(context.Db, context.Who, walk, offer, standing, at, stop) : null;
        return new WalkAtDesk(version.Procedure, version.Number, walk, offer, version.Chart.NumberOf(walk.At), version.Chart.Nodes.Count, who,
            offer.Denial is not { } denial ? null
                : latest is { } last && last.Row.Id == denial.Referral ? last.With ?? PersonNames.Gone
                : await Colleagues.NameAsync(context.Db, denial.By, stop));
    }
}
