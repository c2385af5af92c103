using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Import;

/// <summary>Carries a stopped import on where it was.</summary>
[Needs(Permission.ImportData)]
public sealed record ResumeImport(ImportId Id) : IAct<Done>
{
    internal sealed class Handler : IHandle<ResumeImport, Done>
    {
        public async Task<Outcome<Done>> Handle(ResumeImport act, ActContext context, CancellationToken stop)
        {
            var found = await ImportRows.FindAsync(context, act.Id, stop, ImportState.Stopped, ImportState.Stopping);
            if (!found.Allowed)
                return found.Refusals.ToList();
            found.Value.State = ImportState.Running;
            return Done.It;
        }
    }
}
