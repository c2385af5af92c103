using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>The rows of an import that were rejected or repaired, in the order of the file.</summary>
[Needs(Permission.ImportData)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record ImportRemarks(ImportId Id, RemarkKind Kind, int Page = 1, int PageSize = 50)
    : IReading<IReadOnlyList<Remark>>, ILook<IReadOnlyList<Remark>>
{
    Look? ILook<IReadOnlyList<Remark>>.Seen(IReadOnlyList<Remark> result) => result.Count > 0 ? new(Sight.ImportedRows, Id.Value) : null;

    private const int LargestPage = 5000;

    internal sealed class Reader : IAnswer<ImportRemarks, IReadOnlyList<Remark>>
    {
        public async Task<Outcome<IReadOnlyList<Remark>>> Answer(ImportRemarks reading, ReadingContext context, CancellationToken stop)
        {
            var size = Math.Clamp(reading.PageSize, 1, LargestPage);
            var before = await context.Db.Set<ImportRow>().Where(row => row.Id == reading.Id).Select(row => row.RemarksBefore)
                .SingleOrDefaultAsync(stop);
            var rows = await context.Db.Set<RemarkRow>()
                .Where(row => row.Import == reading.Id && row.Kind == reading.Kind && row.Number > before).OrderBy(row => row.Number)
                .Skip((Math.Max(1, reading.Page) - 1) * size).Take(size).ToListAsync(stop);
            return rows.ConvertAll(row => row.Open(context.Db.Master));
        }
    }
}
