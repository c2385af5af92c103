using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>The versions that take effect in a stretch of time, earliest first; none that was taken back.</summary>
/// <param name="From">The first instant.</param>
/// <param name="To">The instant after the last; without end where it says none.</param>
/// <param name="Type">The code of one contact type; all where it says none.</param>
[Needs(Permission.ReadProcedures)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record Publications(DateTimeOffset From, DateTimeOffset? To = null, string? Type = null) : IReading<IReadOnlyList<Publications.Line>>
{
    public const int Most = 500;

    /// <param name="Name">The contact type's name.</param>
    public sealed record Line(ProcedureId Procedure, int Version, string Name, DateTimeOffset EffectiveFrom, bool Demo);

    internal sealed class Reader : IAnswer<Publications, IReadOnlyList<Line>>
    {
        public async Task<Outcome<IReadOnlyList<Line>>> Answer(Publications reading, ReadingContext context, CancellationToken stop)
        {
            var db = context.Db;
            var invented = Invented.Among(db, db.Set<ProcedureRow>().Select(procedure => (Guid)(object)procedure.Id));
            return await db.Set<PublicationRow>()
                .Where(row => row.EffectiveFrom >= reading.From && (reading.To == null || row.EffectiveFrom < reading.To))
                .Where(row => db.Set<VersionRow>()
                    .Any(version => version.Procedure == row.Procedure && version.Number == row.Version && version.State != VersionState.Withdrawn))
                .Join(db.Set<ProcedureRow>(), row => row.Procedure, procedure => procedure.Id, (row, procedure) => new { row, procedure })
                .Join(db.Set<ContactTypeRow>(), pair =>
                    pair.procedure.ContactType, type => type.Id, (pair, type) => new { pair.row, type.Code, type.Name })
                .Where(line => reading.Type == null || line.Code == reading.Type)
                .OrderBy(line => line.row.EffectiveFrom).ThenBy(line => line.Name).ThenBy(line => line.row.Version)
                .Take(Most)
                .Select(line => new Line(line.row.Procedure, line.row.Version, line.Name, line.row.EffectiveFrom,
                    invented.Contains((Guid)(object)line.row.Procedure)))
                .ToListAsync(stop);
        }
    }
}
