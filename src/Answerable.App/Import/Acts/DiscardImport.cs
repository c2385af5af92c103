using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Import;

/// <summary>Puts an import away that has not begun; its file goes.</summary>
[Needs(Permission.ImportData)]
public sealed record DiscardImport(ImportId Id) : IAct<Done>
{
    internal sealed class Handler : IHandle<DiscardImport, Done>
    {
        public async Task<Outcome<Done>> Handle(DiscardImport act, ActContext context, CancellationToken stop)
        {
            var found = await ImportRows.FindAsync(context, act.Id, stop, ImportState.Mapping, ImportState.Checking, ImportState.Ready,
                ImportState.NothingToImport);
            if (!found.Allowed)
                return found.Refusals.ToList();
            ImportRows.StartOver(context, found.Value);
            found.Value.PutAway(context.Now);
            return Done.It;
        }
    }
}
