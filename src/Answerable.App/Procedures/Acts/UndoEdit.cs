using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>Takes back a draft's last edit. Keys given by it are not given again.</summary>
[Needs(Permission.WriteProcedures)]
public sealed record UndoEdit(ProcedureId Procedure, int Version, long Revision) : IAct<Edited>
{
    internal sealed class Handler : IHandle<UndoEdit, Edited>
    {
        public async Task<Outcome<Edited>> Handle(UndoEdit act, ActContext context, CancellationToken stop)
        {
            var found = await VersionRows.FindDraftAsync(context, act.Procedure, act.Version, act.Revision, stop);
            if (!found.Allowed)
                return found.Refusals.ToList();
            var (procedure, version) = found.Value;
            var last = await context.Db.Set<EditRow>()
                .Where(row => row.Procedure == procedure.Id && row.Version == version.Number)
                .OrderByDescending(row => row.Revision)
                .FirstOrDefaultAsync(stop);
            if (last is null)
                return new Refusal("version.nothing-to-undo", $"There is no change left to undo; the last {EditRow.Kept} are kept.");
            var before = ChartJson.Read(last.Before);
            version.Take(before with { KeysGiven = version.Read().LastKey() });
            context.Db.Set<EditRow>().Remove(last);
            var node = last.Node is { } key && before.Find(key) is not null ? key : before.Start?.Key;
            context.Happened(new VersionEdited(procedure.Id, version.Number, $"Undone: {last.What}", node), procedure.Id);
            return new Edited(version.Revision, node);
        }
    }
}
