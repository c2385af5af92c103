using Answerable.App.Acts;
using Answerable.App.Authority;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Checks;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>One version: its chart, what the checks find in it, and what can be undone.</summary>
[Needs(Permission.ReadProcedures)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record VersionRecord(ProcedureId Procedure, int Version) : IReading<VersionRecord.Record>
{
    /// <param name="Line">The version among its procedure's versions.</param>
    /// <param name="Revision">What a form made from it names, so that a stale one is known.</param>
    /// <param name="Findings">What the checks before publishing find; none are looked for in what is published.</param>
    /// <param name="Matrix">The limits in force now.</param>
    /// <param name="LastEdit">The edit that can be undone, if one.</param>
    public sealed record Record(
        ProcedureId Procedure, ContactType Type, VersionLine Line, DateTimeOffset Now, Chart Chart, long Revision,
        IReadOnlyList<Finding> Findings, IReadOnlyList<DecisionKind> Kinds, Matrix Matrix, string? LastEdit, VersionLine? InForce)
    {
        public bool Editable => Line.State == VersionState.Draft;
    }

    internal sealed class Reader : IAnswer<VersionRecord, Record>
    {
        public async Task<Outcome<Record>> Answer(VersionRecord reading, ReadingContext context, CancellationToken stop)
        {
            var db = context.Db;
            var found = await VersionRows.FindAsync(db, reading.Procedure, reading.Version, stop);
            if (!found.Allowed)
                return found.Refusals.ToList();
            var (procedure, version) = found.Value;
            var type = await db.Set<ContactTypeRow>().SingleAsync(row => row.Id == procedure.ContactType, stop);
            var (chart, kinds) = (version.Read(), await VersionRows.KindsAsync(db, stop));
            var matrix = await MatrixRows.InForceAsync(db, null, context.Now, stop);
            var history = await VersionHistory.OfAsync(db, procedure.Id, context.Now, stop);
            var lastEdit = await db.Set<EditRow>().Where(row => row.Procedure == procedure.Id && row.Version == version.Number)
                .OrderByDescending(row => row.Revision).Select(row => row.What).FirstOrDefaultAsync(stop);
            return new Record(
                procedure.Id, type.Type(), history.Single(line => line.Number == version.Number), context.Now, chart,
                    version.Revision,
                version.State.Immutable()
                    ? [] : ChartChecks.Of(chart, kinds, matrix, context.Now), kinds, matrix, lastEdit, history.Find(line => line.InForce));
        }
    }
}
