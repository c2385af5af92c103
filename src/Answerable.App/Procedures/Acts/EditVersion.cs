using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Editing;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>Does one edit to a draft. Refused where the version is no draft, or has changed since the form was made.</summary>
/// <param name="Revision">The revision the form was made from.</param>
[Needs(Permission.WriteProcedures)]
public sealed record EditVersion(ProcedureId Procedure, int Version, long Revision, ChartEdit Edit) : IAct<Edited>
{
    internal sealed class Handler : IHandle<EditVersion, Edited>
    {
        public async Task<Outcome<Edited>> Handle(EditVersion act, ActContext context, CancellationToken stop)
        {
            var found = await VersionRows.FindDraftAsync(context, act.Procedure, act.Version, act.Revision, stop);
            if (!found.Allowed)
                return found.Refusals.ToList();
            var (procedure, version) = found.Value;
            var (before, json) = (version.Read(), version.Chart);
            var after = act.Edit.Apply(before);
            if (!after.Allowed)
                return after.Refusals.ToList();
            var (what, node) = (act.Edit.Words(before), act.Edit.NodeIn(before));
            version.Take(after.Value);
            context.Db.Set<EditRow>().Add(new EditRow
            {
                Procedure = procedure.Id,
                Version = version.Number,
                Revision = version.Revision,
                What = what,
                Node = node,
                Before = json,
                At = context.Now,
                By = context.Who.Person,
            });
            var old = version.Revision - EditRow.Kept;
            await context.Db.Set<EditRow>().Where(row => row.Procedure == procedure.Id && row.Version == version.Number && row.Revision <= old)
                .ExecuteDeleteAsync(stop);
            context.Happened(new VersionEdited(procedure.Id, version.Number, what, node), procedure.Id);
            return new Edited(version.Revision, node);
        }
    }
}
