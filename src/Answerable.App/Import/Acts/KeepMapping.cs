using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>Keeps the mapping of an import by a name: a file that comes with the same headings is read by it. A name that looks like one
/// kept before is that one, and the mapping is kept in its place. Returns the name it is kept by.</summary>
[Needs(Permission.ImportData)]
public sealed record KeepMapping(ImportId Id, string Name) : IAct<string>
{
    private const int LongestName = 80;

    internal sealed class Handler(ImportFolder folder) : IHandle<KeepMapping, string, string>
    {
        public async Task<Outcome<string>> Prepare(KeepMapping act, ReadingContext context, CancellationToken stop)
        {
            var row = await context.Db.Set<ImportRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == act.Id, stop);
            if (row?.MappingGiven(context.Db.Master) is not { Columns.Count: > 0 } mapping)
                return new Refusal("not-found", "There is no such import whose columns have been chosen.");
            if (!act.Name.ReadsAsItIs())
                return ShownText.Misleading("name");
            return act.Name.Shown().Length is 0 or > LongestName
                ? new Refusal("mapping.name", $"Give the mapping a name of up to {LongestName} characters.", "name")
                : folder.Of(row) is { Exists: true } file
                    ? KeptMappingRow.HeadingsOf(ImportPreview.Columns(file, mapping))
                    : new Refusal("mapping.file", "The file is gone, and with it its headings: keep the mapping before the import is started.");
        }

        public async Task<Outcome<string>> Decide(KeepMapping act, string headings, ActContext context, CancellationToken stop)
        {
            var name = act.Name.Shown();
            var import = await context.Db.Set<ImportRow>().SingleAsync(row => row.Id == act.Id, stop);
            // Another day's file may have more title lines: its columns are found by their names.
            var mapping = import.MappingGiven(context.Db.Master)! with { Proposed = null };
            var before = await context.Db.Set<KeptMappingRow>().ToListAsync(stop);
            var kept = before.Find(row => row.Name == name) ?? before.Find(row => row.Name.LooksLike(name));
            if (kept is null)
                context.Db.Add(kept = new KeptMappingRow { Name = name });
            (kept.Headings, kept.At, kept.ByName) = (headings, context.Now, context.Who.Name);
            kept.ReadBy(context.Db.Master, mapping.Heading > 0 ? mapping with { Heading = null } : mapping);
            return kept.Name;
        }
    }
}
