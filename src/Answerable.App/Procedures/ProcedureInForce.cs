using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>The version by which contacts of a type are guided at an instant; none where the type has none, or none yet.</summary>
/// <param name="Type">The contact type's code.</param>
/// <param name="At">Now, where it says none.</param>
[Needs(Permission.ReadProcedures)]
public sealed record ProcedureInForce(string Type, DateTimeOffset? At = null) : IReading<ProcedureInForce.InForce?>
{
    public sealed record InForce(ProcedureId Procedure, int Version, DateTimeOffset EffectiveFrom, Chart Chart);

    internal sealed class Reader(PublishedCharts charts) : IAnswer<ProcedureInForce, InForce?>
    {
        public async Task<Outcome<InForce?>> Answer(ProcedureInForce reading, ReadingContext context, CancellationToken stop)
        {
            var (db, at) = (context.Db, reading.At ?? context.Now);
            var latest = await db.ContactTypes.Where(type => type.Code == reading.Type)
                .Join(db.Procedures, type => type.Id, procedure => procedure.ContactType, (type, procedure) => procedure.Id)
                .Join(db.Publications.Where(row => row.EffectiveFrom <= at), id => id, row => row.Procedure, (id, row) => row)
                .Where(row => db.Versions.Any(version => version.Procedure == row.Procedure && version.Number == row.Version && version.State != VersionState.Withdrawn))
                .OrderByDescending(row => row.EffectiveFrom).ThenByDescending(row => row.Version)
                .FirstOrDefaultAsync(stop);
            if (latest is null)
                return default(InForce);
            var chart = await charts.OfAsync(db, latest.Procedure, latest.Version, stop);
            return new InForce(latest.Procedure, latest.Version, latest.EffectiveFrom, chart!);
        }
    }
}
