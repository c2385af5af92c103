using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>One import: how it stands and what it found.</summary>
[Needs(Permission.ImportData)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record ImportRecord(ImportId Id) : IReading<ImportReport>
{
    internal sealed class Reader : IAnswer<ImportRecord, ImportReport>
    {
        public async Task<Outcome<ImportReport>> Answer(ImportRecord reading, ReadingContext context, CancellationToken stop) =>
            await context.Db.Set<ImportRow>().SingleOrDefaultAsync(row => row.Id == reading.Id, stop) is { } row
                ? ImportReport.Of(row, context.Db.Master, context.Now)
                : new Refusal("not-found", "There is no such import.");
    }
}
