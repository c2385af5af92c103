using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Import;

/// <summary>Stops an import after the rows under way; it can be carried on.</summary>
[Needs(Permission.ImportData)]
public sealed record StopImport(ImportId Id) : IAct<Done>
{
    internal sealed class Handler : IHandle<StopImport, Done>
    {
        public async Task<Outcome<Done>> Handle(StopImport act, ActContext context, CancellationToken stop)
        {
            var found = await ImportRows.FindAsync(context, act.Id, stop, ImportState.Running);
            if (!found.Allowed)
                return found.Refusals.ToList();
            found.Value.State = ImportState.Stopping;
            return Done.It;
        }
    }
}
