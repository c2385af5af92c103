using Answerable.App.Acts;
using Answerable.App.Authority;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>
/// Makes a procedure of the starter library the centre's own: its contact type, and its first version as a draft to be changed. Where a step of it
/// demands authority the kind of decision gets its name besides, which lets nobody decide anything: limits are set by whoever may.
/// </summary>
[Needs(Permission.WriteProcedures)]
public sealed record AdoptStarter(string Code) : IAct<ProcedureId>
{
    internal sealed class Handler(IDo<DefineContactType, ContactTypeId> define, IDo<DraftProcedure, ProcedureId> draft,
        IDo<DefineDecisionKind, string> name) : IHandle<AdoptStarter, ProcedureId>
    {
        public async Task<Outcome<ProcedureId>> Handle(AdoptStarter act, ActContext context, CancellationToken stop)
        {
            if (StarterLibrary.All.FirstOrDefault(one => one.Type.Code == act.Code) is not { } starter)
                return new Refusal("starter.none", "There is no such procedure in the starter library. Choose among those it shows.", nameof(Code));
            var defined = await DoAsync(define, new DefineContactType(starter.Type), context, stop);
            if (!defined.Allowed)
                return defined.Refusals.Select(refusal => refusal with { Field = null }).ToList();
            foreach (var kind in await MissingAsync(starter.Chart, context, stop))
                if (await DoAsync(name, new DefineDecisionKind(kind.Code, kind.Name, kind.Money), context, stop) is { Allowed: false } refused)
                    return refused.Refusals.ToList();
            await context.Db.SaveChangesAsync(stop);
            return await DoAsync(draft, new DraftProcedure(starter.Type.Code, starter.Chart), context, stop);
        }

        /// <summary>A step that demands authority for what the centre has no name for could not be published.</summary>
        private static async Task<List<Model.Authority.DecisionKind>> MissingAsync(Chart chart, ActContext context, CancellationToken stop)
        {
            var demanded = chart.Nodes.OfType<Step>().Select(step => step.Authority?.DecisionKind).ToHashSet();
            var known = await context.Db.Set<DecisionKindRow>().Select(row => row.Code).ToListAsync(stop);
            return [.. StarterLibrary.Kinds.Where(kind => demanded.Contains(kind.Code) && !known.Contains(kind.Code))];
        }

        private static async Task<Outcome<TResult>> DoAsync<TAct, TResult>(IDo<TAct, TResult> doing, TAct act, ActContext context,
            CancellationToken stop) where TAct : IAct<TResult>
        {
            var ready = await doing.ReadyAsync(act, null, stop);
            return ready.Allowed ? await ready.Value(context, stop) : ready.Refusals.ToList();
        }
    }
}
