using System.Collections.Concurrent;
using Answerable.App.Storage;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>
/// Which version guides contacts of a type, and the charts of versions. Charts that can no longer change are read once and kept, by
/// database: every step of every contact asks for one.
/// </summary>
internal static class VersionsInForce
{
    private static readonly ConcurrentDictionary<(string Database, ProcedureId Procedure, int Version), Chart> Kept = new();

    internal readonly record struct GuidingVersion(ProcedureId Procedure, int Version, DateTimeOffset EffectiveFrom);

    /// <param name="type">The contact type's code.</param>
    public static async Task<GuidingVersion?> OfTypeAsync(AnswerableDb db, string type, DateTimeOffset at, CancellationToken stop)
    {
        var published = await db.Set<ContactTypeRow>().Where(row => row.Code == type)
            .Join(db.Set<ProcedureRow>(), row => row.Id, procedure => procedure.ContactType, (row, procedure) => procedure.Id)
            .Join(db.Set<PublicationRow>().Where(row => row.EffectiveFrom <= at), id => id, row => row.Procedure, (id, row) => row)
            .Join(db.Set<VersionRow>(), row => new { row.Procedure, Number = row.Version }, row => new { row.Procedure, row.Number },
                (row, version) => new { row.Procedure, row.Version, version.State, row.EffectiveFrom })
            .ToListAsync(stop);
        return InForce.Of(published.Select(row => new Published(row.Version, row.State, row.EffectiveFrom)), at) is { } version
            ? new GuidingVersion(published[0].Procedure, version.Version, version.EffectiveFrom)
            : null;
    }

    /// <summary>Every publication of some procedures with what has become of its version.</summary>
    public static async Task<ILookup<ProcedureId, Published>> PublishedAsync(AnswerableDb db, IReadOnlyCollection<ProcedureId> procedures,
        CancellationToken stop)
    {
        var rows = await db.Set<PublicationRow>().Where(row => procedures.Contains(row.Procedure))
            .Join(db.Set<VersionRow>(), row => new { row.Procedure, Number = row.Version }, row => new { row.Procedure, row.Number },
                (row, version) => new { row.Procedure, row.Version, version.State, row.EffectiveFrom })
            .ToListAsync(stop);
        return rows.ToLookup(row => row.Procedure, row => new Published(row.Version, row.State, row.EffectiveFrom));
    }

    /// <summary>The chart of any version; null where there is none of that number.</summary>
    public static async Task<Chart?> ChartAsync(AnswerableDb db, ProcedureId procedure, int version, CancellationToken stop)
    {
        var key = (db.Database.GetDbConnection().ConnectionString, procedure, version);
        if (Kept.TryGetValue(key, out var kept))
            return kept;
        var row = await db.Set<VersionRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Procedure == procedure && row.Number == version, stop);
        if (row is null)
            return null;
        var chart = row.Read();
        if (row.State.Immutable())
            Kept[key] = chart;
        return chart;
    }
}
