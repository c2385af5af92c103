using System.Text.Json;
using Answerable.App.Acts;
using Answerable.App.Import.Profiles;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Import;

/// <summary>Says which column of a table holds what; the file is then checked by it.</summary>
[Needs(Permission.ImportData)]
public sealed record ChooseColumns(ImportId Id, GenericMapping Mapping) : IAct<Done>
{
    internal sealed class Handler : IHandle<ChooseColumns, Done>
    {
        public async Task<Outcome<Done>> Handle(ChooseColumns act, ActContext context, CancellationToken stop)
        {
            var found = await ImportRows.FindAsync(context, act.Id, stop, ImportState.Mapping, ImportState.Ready, ImportState.Failed);
            if (!found.Allowed)
                return found.Refusals.ToList();
            var profile = GenericCsv.From(act.Mapping);
            if (!profile.Allowed)
                return profile.Refusals.ToList();
            if (new ImportFile(found.Value.Path, found.Value.FileKey).Misfit(profile.Value) is { } misfit)
                return misfit;
            await ImportRows.StartOverAsync(context, found.Value, stop);
            found.Value.Mapping = JsonSerializer.Serialize(act.Mapping, JsonSerializerOptions.Web);
            found.Value.State = ImportState.Checking;
            return Done.It;
        }
    }
}
