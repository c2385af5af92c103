using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Import;

/// <summary>Starts an import that has been checked.</summary>
[Needs(Permission.ImportData)]
public sealed record StartImport(ImportId Id) : IAct<Done>
{
    internal sealed class Handler : IHandle<StartImport, Done>
    {
        public async Task<Outcome<Done>> Handle(StartImport act, ActContext context, CancellationToken stop)
        {
            var found = await ImportRows.FindAsync(context, act.Id, stop, ImportState.Ready, ImportState.NothingToImport);
            if (!found.Allowed)
                return found.Refusals.ToList();
            if (found.Value.StateAt(context.Now) == ImportState.NothingToImport)
                return new Refusal("import.nothing", "There is nothing in this file to import: discard it, and bring another.");
            if (await BesideInvented.InAsync(context.Db, stop) is { } refused)
                return refused;
            ImportRows.StartOver(context, found.Value);
            (found.Value.State, found.Value.StartedAt, found.Value.Doubt) = (ImportState.Running, context.Now, null);
            return Done.It;
        }
    }
}
