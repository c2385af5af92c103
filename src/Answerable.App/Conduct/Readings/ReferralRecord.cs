using Answerable.App.Acts;
using Answerable.App.Privacy;
using Answerable.App.Procedures;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>One referral with its whole context, so that nothing is asked twice.</summary>
[Needs(Permission.HandleContacts)]
public sealed record ReferralRecord(ReferralId Referral) : IReading<ReferralRecord.View>, ILook<ReferralRecord.View>
{
    Look? ILook<ReferralRecord.View>.Seen(ReferralRecord.View result) => new(Sight.Referral, result.Contact.Value);

    /// <param name="Judgement">What one's own limit says of it now; null where no decision is asked for.</param>
    /// <param name="Already">What the case was given before this.</param>
    /// <param name="Elsewhere">What the customer was given on other cases, as far back as any limit for each customer counts.</param>
    /// <param name="Used">What of one's own limit has been given already; null where nothing has, or no decision is asked for.</param>
    /// <param name="Beyond">What is left to do where nobody may approve it as limits stand; null where somebody may.</param>
    /// <param name="NotYours">Why it is not for the one who looks, where their role and limits do not reach; null where they may take it.</param>
    public sealed record View(
        ReferralId Id, ReferralMatter Matter, ReferralState State, string? Decision, bool Money, long? Pence, long? ApprovedPence, string Why,
            string TellCustomer,
        string RequestedBy, bool MineToAsk, Role ToRole, string? AssignedTo, string? AcceptedBy, bool AcceptedByMe, bool Urgent, string? Words,
            string? Answer,
        DateTimeOffset OpenedAt, DateTimeOffset AnswerBy, DateTimeOffset? AcceptedAt, DateTimeOffset? ClosedAt, int Case,
        string? Procedure, int? Version, int StepNumber, string? StepTitle, Judgement? Judgement, string? Beyond, IReadOnlyList<Given> Already,
        IReadOnlyList<Given> Elsewhere, GivenAlready? Used, WhoCan? Next,
        WalkStory Story, CustomerAtDesk? Customer, ContactId Contact, Channel Channel, string? NotYours, ReferralStanding.View Standing);

    internal sealed class Reader : IAnswer<ReferralRecord, View>
    {
        public async Task<Outcome<View>> Answer(ReferralRecord reading, ReadingContext context, CancellationToken stop)
        {
            var db = context.Db;
            if (await context.Sees(db.Set<ReferralRow>()).SingleOrDefaultAsync(row => row.Id == reading.Referral, stop) is not { } row)
                return ConductRefusals.NoSuchReferral;
            var handling = await db.Set<HandlingRow>().SingleAsync(known => known.Contact == row.Contact, stop);
            var walk = row.Walk is { } id ? WalkJson.Read((await db.Set<WalkRow>().SingleAsync(known => known.Id == id, stop)).State) : null;
            var version = walk is null ? null : await GuidingVersion.OfAsync(db, walk.Procedure, walk.Version, stop);
            var route = await Route.ForAsync(db, row, Instant.Of(context.Now), stop);
            return await ViewAsync(context, row, handling, walk, version, route, stop);
        }

        private static async Task<View> ViewAsync(
            ReadingContext context, ReferralRow row, HandlingRow handling, Walk? walk, GuidingVersion? version, Route route, CancellationToken stop)
        {
            var db = context.Db;
            var words = await PersonalVault.ReadAsync(db, new[] { row.Words, row.Answer }.OfType<Guid>().ToArray(), stop);
            string? Read(Guid? kept) => kept is { } place ? words.GetValueOrDefault(place) : null;
            async Task<string?> Name(PersonId? person) => person is null ? null : await Colleagues.NameAsync(db, person, stop);
            var pace = await ReferralPace.OfAsync(db, stop);
            var colleagues = await Colleagues.OfAsync(db, pace, stop);
            var beyond = BeyondOf(context, row, route, colleagues);
            var next = await NextAsync(context, row, beyond is not null, colleagues, pace, stop);
            return new View(row.Id, row.Matter, row.State, route.Kind?.Name, route.Kind?.Money
                ?? false, row.Pence, row.ApprovedPence, row.Why, row.TellCustomer,
                (await Name(row.RequestedBy))!, row.RequestedBy == context.Who.Person, row.ToRole, await Name(row.AssignedTo),
                    await Name(row.AcceptedBy),
                row.AcceptedBy == context.Who.Person, row.Urgent, Read(row.Words), Read(row.Answer), row.OpenedAt, row.AnswerBy, row.AcceptedAt,
                    row.ClosedAt,
                await db.Set<CaseRow>().Where(known => known.Id == row.Case).Select(known => known.Number).SingleAsync(stop),
                await TypeNameAsync(context, handling.Type, stop), row.Version, row.Node is null || version is null
                    ? 0 : version.Chart.NumberOf(row.Node),
                row.Node is null ? null : version?.Chart.Find(row.Node)?.Title, JudgementOf(context, row, route), beyond, OnCase(row, route),
                Elsewhere(row, route), UsedOf(context, row, route), next,
                await WalkStory.OfAsync(db, row.Contact, row.Case, walk, version?.Chart, stop),
                row.Customer is { } customer ? await CustomerAtDesk.OfAsync(db, customer, row.Contact, stop) : null, row.Contact, handling.Channel,
                await NotYoursAsync(context, row, route, stop), new ReferralStanding.View(row.State, row.ToRole, row.AcceptedBy ?? row.AssignedTo));
        }

        private static async Task<string?> NotYoursAsync(ReadingContext context, ReferralRow row, Route route, CancellationToken stop) =>
            context.Who is not { Person: { } person, Line: not null } || person == row.RequestedBy || !row.Referral().Waits ? null
                : (await AcceptReferral.GreaterAuthority.RefusalAsync(context.Db, row, route, Decider.Of(context.Who), stop))?.Text;

        private static Judgement? JudgementOf(ReadingContext context, ReferralRow row, Route route) =>
            row.Matter == ReferralMatter.Contact || context.Who.Line is null || !row.Referral().Waits
                ? null
                : route.Matrix.Judge(route.Kind!, row.Asked(row.Pence), Decider.Of(context.Who), route.Given, route.At);

        private static GivenAlready? UsedOf(ReadingContext context, ReferralRow row, Route route) =>
            route.Kind is not { Money: true } || context.Who.Line is null || !row.Referral().Waits
                ? null
                : route.Matrix.Used(route.Kind, route.Asked!, Decider.Of(context.Who), route.Given, route.At);

        private static Given[] OnCase(ReferralRow row, Route route) =>
            [.. route.Given.Where(line => IsOnCase(line, row)).OrderBy(line => line.At)];

        private static Given[] Elsewhere(ReferralRow row, Route route) =>
            [.. route.Given.Where(line => !IsOnCase(line, row)).OrderBy(line => line.At)];

        private static bool IsOnCase(Given line, ReferralRow row) => line.Case == row.Case || line.Contact == row.Contact;

        private static string? BeyondOf(ReadingContext context, ReferralRow row, Route route, IReadOnlyList<Candidate> colleagues)
        {
            if (!row.Referral().Waits || route.Reach(colleagues) is not { } reach || reach.Covers(row.Pence))
                return null;
            return row.RequestedBy == context.Who.Person || context.Who.Line is null
                ? reach.Meanwhile(row.Pence)
                : reach.ToDecider(row.Pence, route.Matrix.Headroom(route.Kind!, route.Asked!, Decider.Of(context.Who), route.Given,
                    route.At));
        }

        /// <summary>Whom passing it on would find; nobody where nobody may approve it and one's own role is the furthest it goes.</summary>
        private static async Task<WhoCan?> NextAsync(ReadingContext context, ReferralRow row, bool beyond, IReadOnlyList<Candidate> colleagues,
            ReferralPace pace, CancellationToken stop)
        {
            if (!row.Referral().Waits || context.Who.Person is not { } me || me == row.RequestedBy)
                return null;
            var (route, had) = await Route.OnwardAsync(context.Db, row, me, Instant.Of(context.Now), stop);
            var found = route.Find(colleagues, had);
            var role = found?.Role ?? route.LowestRole();
            return (beyond && context.Who.Line >= role) || row.Referral().MayPassOn(found?.Person, role) is not null
                ? null
                : new WhoCan(found?.Name, role, found?.Presence, pace.MedianMs(role));
        }

        private static async Task<string?> TypeNameAsync(ReadingContext context, string? code, CancellationToken stop) => code is null
            ? null
            : await context.Db.Set<ContactTypeRow>().Where(type => type.Code == code).Select(type => type.Name).SingleOrDefaultAsync(stop) ?? code;
    }
}
