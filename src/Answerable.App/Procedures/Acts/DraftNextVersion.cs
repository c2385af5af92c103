using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>Begins a procedure's next version as a copy of one it has; step keys go with it. One draft at a time.</summary>
[Needs(Permission.WriteProcedures)]
public sealed record DraftNextVersion(ProcedureId Procedure, int From) : IAct<int>
{
    internal sealed class Handler : IHandle<DraftNextVersion, int>
    {
        public async Task<Outcome<int>> Handle(DraftNextVersion act, ActContext context, CancellationToken stop)
        {
            var db = context.Db;
            var found = await VersionRows.FindAsync(db, act.Procedure, act.From, stop);
            if (!found.Allowed)
                return found.Refusals.ToList();
            var versions = await db.Set<VersionRow>().AsNoTracking().Where(row => row.Procedure == act.Procedure).ToListAsync(stop);
            if (versions.Find(row => !row.State.Immutable()) is { } open)
                return new Refusal("procedure.draft-open",
                    $"Version {open.Number} is {open.State.Words().ToLowerInvariant()} already. Go on with it, or withdraw it first.");
            var (procedure, from) = found.Value;
            var number = versions.Max(row => row.Number) + 1;
            // A key given in any version is never given to another step, so that figures over versions speak of one step.
            var keys = versions.Max(row => row.Read().LastKey());
            var draft = new VersionRow
            { Procedure = procedure.Id, Number = number, CopiedFrom = from.Number, DraftedAt = context.Now, DraftedBy = context.Who.Person };
            db.Set<VersionRow>().Add(draft.Take(from.Read() with { KeysGiven = keys }));
            var code = await db.Set<ContactTypeRow>().Where(row => row.Id == procedure.ContactType).Select(row => row.Code).SingleAsync(stop);
            context.Happened(new ProcedureDrafted(procedure.Id, code, number, from.Number), procedure.Id);
            return number;
        }
    }
}
