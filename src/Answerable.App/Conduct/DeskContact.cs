using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>One contact on the desk: where it stands, what may be done there, and what is known.</summary>
[Needs(Permission.HandleContacts)]
public sealed record DeskContact(ContactId Contact) : IReading<DeskContact.View>
{
    public sealed record View(
        ContactId Contact, Channel Channel, string? Type, int Case, bool Demo, bool Mine, string Agent, DateTimeOffset Since,
        DateTimeOffset? HeldAt, DateTimeOffset? LeftAt, DateTimeOffset? EndedAt, DateTimeOffset? ClosedAt,
        WalkAtDesk? Walk, WalkStory Story, CustomerAtDesk? Customer, ReferralAtDesk? Referral);

    /// <param name="Number">The place in the outline.</param>
    /// <param name="Of">How many places it has.</param>
    public sealed record WalkAtDesk(ProcedureId Procedure, int Version, Walk Walk, Offer Offer, int Number, int Of, WhoCan? WhoCan);

    internal sealed class Reader : IAnswer<DeskContact, View>
    {
        public async Task<Outcome<View>> Answer(DeskContact reading, ReadingContext context, CancellationToken stop)
        {
            var db = context.Db;
            if (await db.Handlings.SingleOrDefaultAsync(row => row.Contact == reading.Contact, stop) is not { } handling)
                return ConductRefusals.NoSuchContact;
            var version = await VersionAsync(context, handling, stop);
            var walk = version?.Walk;
            var customer = handling.Customer is { } known ? await CustomerAtDesk.OfAsync(db, known, handling.Contact, stop) : null;
            return new View(handling.Contact, handling.Channel, await TypeAsync(context, handling.Type, stop),
                await db.Cases.Where(row => row.Id == handling.Case).Select(row => row.Number).SingleAsync(stop),
                handling.Kind == FactKind.Demo, handling.Agent == context.Who.Person, await Colleagues.NameAsync(db, handling.Agent, stop), handling.TakenAt,
                handling.HeldAt, handling.LeftAt, handling.EndedAt, handling.ClosedAt,
                version is { } guided ? await AtDeskAsync(context, guided.Walk, guided.Version, stop) : null,
                await WalkStory.OfAsync(db, handling.Contact, handling.Case, walk, version?.Version.Chart, stop),
                customer, await ReferralAtDesk.OfAsync(db, handling.Contact, stop));
        }

        private static async Task<(Walk Walk, GuidingVersion Version)?> VersionAsync(ReadingContext context, HandlingRow handling, CancellationToken stop)
        {
            if (handling.Walk is not { } id)
                return null;
            var row = await context.Db.Walks.SingleAsync(row => row.Id == id, stop);
            return (WalkJson.Read(row.State), await GuidingVersion.OfAsync(context.Db, row.Procedure, row.Version, stop));
        }

        private static async Task<WalkAtDesk> AtDeskAsync(ReadingContext context, Walk walk, GuidingVersion version, CancellationToken stop)
        {
            var at = Instant.Of(context.Now);
            var decider = new Decider(context.Who.Person, context.Who.Line ?? Role.Agent);
            var standing = await StandingAt.OfAsync(context.Db, version.Chart, walk, decider, at, stop);
            var offer = Offer.Of(version.Chart, walk, standing, at);
            var who = walk.End is null ? await WhoCan.OfAsync(context.Db, context.Who, walk, offer, at, stop) : null;
            return new WalkAtDesk(version.Procedure, version.Number, walk, offer, version.Chart.NumberOf(walk.At), version.Chart.Nodes.Count, who);
        }

        private static async Task<string?> TypeAsync(ReadingContext context, string? code, CancellationToken stop) => code is null
            ? null
            : await context.Db.ContactTypes.Where(type => type.Code == code).Select(type => type.Name).SingleOrDefaultAsync(stop) ?? code;
    }
}
