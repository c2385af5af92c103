using Answerable.Analysis.Rehearsal.Twin;
using Answerable.App.Acts;
using Answerable.App.Authority;
using Answerable.App.Conduct;
using Answerable.App.Contacts;
using Answerable.App.Procedures;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Rehearsal;

/// <summary>
/// What a version of a procedure, draft or published, is rehearsed on: the charts, the limits in force, and what the journal keeps of late.
/// </summary>
/// <param name="Procedure">The contact type's code.</param>
/// <param name="Against">Another version to be held against; none where it stands alone.</param>
[Needs(Permission.ReadMeasures)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record RehearsalGround(string Procedure, int Version, int? Against = null) : IReading<RehearsalGround.Finding>
{
    /// <summary>Four weeks: the last of every weekday, and no more than one reading may hold.</summary>
    private const int Days = 28;
    private const int MostWalks = 2_000;
    private const int MostReferrals = 2_000;

    public sealed record Finding(TwinGround Ground, TwinVersion Version, TwinVersion? Against);

    internal sealed class Reader : IAnswer<RehearsalGround, Finding>
    {
        public async Task<Outcome<Finding>> Answer(RehearsalGround reading, ReadingContext context, CancellationToken stop)
        {
            var db = context.Db;
            if (await ProcedureOfAsync(db, reading.Procedure, stop) is not { } procedure)
                return new Refusal("procedure.unknown", $"There is no procedure for contacts of the type \"{reading.Procedure}\".",
                    nameof(Procedure));
            var version = await VersionAsync(db, procedure, reading.Version, stop);
            var against = reading.Against is { } other ? await VersionAsync(db, procedure, other, stop) : null;
            if (version is null || (against is null && reading.Against is not null))
                return new Refusal("version.unknown", $"The procedure has no version {(version is null ? reading.Version : reading.Against)}.",
                    version is null ? nameof(Version) : nameof(Against));
            var records = await RecordsAsync(context, reading.Procedure, procedure, [version, .. against is null ? [] : new[] { against }], stop);
            return new Finding(Calibration.Of(records), version, against);
        }

        private static Task<ProcedureId?> ProcedureOfAsync(AnswerableDb db, string code, CancellationToken stop) => db.Set<ContactTypeRow>().Where(
            type => type.Code == code)
            .Join(db.Set<ProcedureRow>(), type => type.Id, procedure => procedure.ContactType, (type, procedure) => (ProcedureId?)procedure.Id)
            .FirstOrDefaultAsync(stop);

        private static async Task<TwinVersion?> VersionAsync(AnswerableDb db, ProcedureId procedure, int number, CancellationToken stop) =>
            await VersionsInForce.ChartAsync(db, procedure, number, stop) is { } chart ? new TwinVersion(number, chart) : null;

        private static async Task<TwinRecords> RecordsAsync(
            ReadingContext context, string type, ProcedureId procedure, IReadOnlyList<TwinVersion> versions, CancellationToken stop)
        {
            var (db, from) = (context.Db, MondayAfter(context.Now));
            var kinds = await db.Set<ContactRow>().AnyAsync(row => row.Kind == FactKind.Live || row.Kind == FactKind.Imported, stop)
                ? new[] { FactKind.Live, FactKind.Imported } : [FactKind.Demo];
            var last = await db.Set<ContactRow>().Where(row => kinds.Contains(row.Kind)).MaxAsync(row => (DateTimeOffset?)row.ArrivedAt, stop)
                ?? context.Now;
            var since = last.AddDays(-Days);
            var contacts = await db.Set<ContactRow>().Where(row => kinds.Contains(row.Kind) && row.ArrivedAt >= since).OrderBy(row => row.ArrivedAt)
                .ToListAsync(stop);
            var walks = await db.Set<WalkRow>().Where(row => row.Procedure == procedure).OrderByDescending(row => row.BegunAt).Take(MostWalks).Select(
                row => row.State).ToListAsync(stop);
            return new TwinRecords(
                type, procedure, from, versions, contacts.ConvertAll(row => row.Contact()), walks.ConvertAll(WalkJson.Read),
                await ReferralsAsync(db, procedure, stop), await PastAmounts.OfAsync(db, procedure, stop), await PeopleThere.RolesAsync(db, stop),
                await PeopleThere.PresenceAsync(db, since, stop), await MatrixRows.InForceAsync(db, null, context.Now, stop),
                    await MatrixRows.KindsAsync(db, stop),
                kinds.Contains(FactKind.Demo));
        }

        private static async Task<IReadOnlyList<PastReferral>> ReferralsAsync(AnswerableDb db, ProcedureId procedure, CancellationToken stop)
        {
            var rows = await db.Set<ReferralRow>().Where(row => row.ClosedAt != null && row.DecidedBy != null).OrderByDescending(row => row.ClosedAt)
                .Take(
                MostReferrals).ToListAsync(stop);
            return rows.ConvertAll(row => new PastReferral(row.Matter, row.Procedure == procedure ? row.Node : null, row.ToRole, row.AcceptedAt,
                row.ClosedAt!.Value, row.State));
        }

        private static DateTimeOffset MondayAfter(DateTimeOffset now)
        {
            var midnight = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
            return midnight.AddDays(7 - ((int)midnight.DayOfWeek + 6) % 7);
        }
    }
}
