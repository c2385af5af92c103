using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>The mappings kept for files with the same headings, by their names.</summary>
[Needs(Permission.ImportData)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record KeptMappings : IReading<IReadOnlyList<KeptMappings.Kept>>
{
    /// <param name="Headings">Of the files that are read by it.</param>
    public sealed record Kept(string Name, string By, DateTimeOffset At, IReadOnlyList<string> Headings);

    internal sealed class Reader : IAnswer<KeptMappings, IReadOnlyList<Kept>>
    {
        public async Task<Outcome<IReadOnlyList<Kept>>> Answer(KeptMappings reading, ReadingContext context, CancellationToken stop) =>
            (await context.Db.Set<KeptMappingRow>().AsNoTracking().ToListAsync(stop)).OrderBy(row => row.Name, StringComparer.OrdinalIgnoreCase)
                .Select(row => new Kept(row.Name, row.ByName, row.At, row.Headings.Split('\n'))).ToList();
    }
}
