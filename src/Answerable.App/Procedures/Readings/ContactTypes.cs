using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>The contact types, routine first, each with its procedure and the version in force.</summary>
/// <param name="Routine">Only routine ones, or only exceptions; both where it says none.</param>
/// <param name="Words">Part of a name or code.</param>
[Needs(Permission.ReadProcedures)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record ContactTypes(bool? Routine = null, string? Words = null) : IReading<ContactTypes.Listing>
{
    public const int Most = 500;

    /// <param name="RoutineCount">How many of the words are routine, and so on: what the filters would show.</param>
    public sealed record Listing(IReadOnlyList<Line> Types, int RoutineCount, int ExceptionCount);

    /// <param name="Demo">Invented by the demo.</param>
    /// <param name="InForce">The number of the version in force now.</param>
    /// <param name="Next">The number of the draft, or of the version that takes effect later.</param>
    public sealed record Line(ContactType Type, bool Demo, ProcedureId? Procedure, int? InForce, int? Next, bool NextIsPublished);

    internal sealed class Reader : IAnswer<ContactTypes, Listing>
    {
        public async Task<Outcome<Listing>> Answer(ContactTypes reading, ReadingContext context, CancellationToken stop)
        {
            var words = reading.Words?.Trim().ToUpperInvariant() ?? "";
            var code = reading.Words?.Trim().ToLowerInvariant() ?? "";
            var rows = await context.Db.Set<ContactTypeRow>()
                .Where(row => words == "" || row.SortName.Contains(words) || row.Code.Contains(code))
                .OrderByDescending(row => row.Routine).ThenBy(row => row.SortName)
                .Take(Most).ToListAsync(stop);
            var shown = rows.Where(row => reading.Routine is null || row.Routine == reading.Routine).ToList();
            return new Listing(await LinesAsync(context, shown, stop), rows.Count(row => row.Routine), rows.Count(row => !row.Routine));
        }

        private static async Task<List<Line>> LinesAsync(ReadingContext context, List<ContactTypeRow> rows, CancellationToken stop)
        {
            var db = context.Db;
            var ids = rows.ConvertAll(row => row.Id);
            var procedures = await db.Set<ProcedureRow>().Where(row => ids.Contains(row.ContactType))
                .ToDictionaryAsync(row => row.ContactType, row => row.Id, stop);
            var known = procedures.Values.ToList();
            var versions = (await db.Set<VersionRow>().Where(row => known.Contains(row.Procedure) && row.State <= VersionState.Published)
                .Select(row => new { row.Procedure, row.Number, row.State }).ToListAsync(stop))
                    .ToLookup(row => row.Procedure, row => (row.Number, row.State));
            var published = await VersionsInForce.PublishedAsync(db, known, stop);
            var invented = await Invented.Among(db, db.Set<ContactTypeRow>().Where(row => ids.Contains(row.Id)).Select(row => (Guid)(object)row.Id))
                .ToHashSetAsync(stop);
            return rows.ConvertAll(row => procedures.TryGetValue(row.Id, out var id)
                ? Of(row, invented.Contains(row.Id.Value), id, versions[id], [.. published[id]], context.Now)
                : new Line(row.Type(), invented.Contains(row.Id.Value), null, null, null, false));
        }

        private static Line Of(ContactTypeRow row, bool demo, ProcedureId procedure, IEnumerable<(int Number, VersionState State)> versions,
            Published[] published, DateTimeOffset now)
        {
            var effective = published.Where(one => one.EffectiveFrom <= now).Select(one => one.Version).ToHashSet();
            var next = versions.Where(version => !effective.Contains(version.Number)).OrderByDescending(version => version.Number).FirstOrDefault();
            return new Line(row.Type(), demo, procedure, InForce.Of(published, now)?.Version, next.Number > 0
                ? next.Number : null, next.State == VersionState.Published);
        }
    }
}
