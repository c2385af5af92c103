using System.Text.Json;
using Answerable.App.Acts;
using Answerable.App.Import.Profiles;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>Says which column of a table holds what; the file is then checked by it.</summary>
[Needs(Permission.ImportData)]
public sealed record ChooseColumns(ImportId Id, GenericMapping Mapping) : IAct<Done>
{
    internal sealed class Handler(ImportFolder folder) : IHandle<ChooseColumns, Done, Done>
    {
        public async Task<Outcome<Done>> Prepare(ChooseColumns act, ReadingContext context, CancellationToken stop)
        {
            // One that is not there is refused inside, with the words for it.
            var file = await context.Db.Set<ImportRow>().Where(row => row.Id == act.Id).Select(row => new { row.Path, row.FileKey })
                .SingleOrDefaultAsync(stop);
            return GenericCsv.From(act.Mapping).Then<Done>(profile =>
                file is not null && folder.Of(act.Id, file.Path, file.FileKey).Misfit(profile) is { } misfit ? misfit : Done.It);
        }

        public async Task<Outcome<Done>> Decide(ChooseColumns act, Done fits, ActContext context, CancellationToken stop)
        {
            var found = await ImportRows.FindAsync(context, act.Id, stop, ImportState.Mapping, ImportState.Ready,
                ImportState.NothingToImport, ImportState.Failed);
            if (!found.Allowed)
                return found.Refusals.ToList();
            ImportRows.StartOver(context, found.Value);
            found.Value.Mapping = JsonSerializer.Serialize(act.Mapping, JsonSerializerOptions.Web);
            found.Value.State = ImportState.Checking;
            return Done.It;
        }
    }
}
