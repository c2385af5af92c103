using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Editing;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>Begins the procedure of a contact type: its version 1, a draft, empty or with a chart that comes whole.</summary>
[Needs(Permission.WriteProcedures)]
public sealed record DraftProcedure(string ContactType, Chart? Chart = null) : IAct<ProcedureId>
{
    internal sealed class Handler : IHandle<DraftProcedure, ProcedureId>
    {
        public async Task<Outcome<ProcedureId>> Handle(DraftProcedure act, ActContext context, CancellationToken stop)
        {
            var db = context.Db;
            var type = await db.Set<ContactTypeRow>().SingleOrDefaultAsync(row => row.Code == act.ContactType, stop);
            if (type is null)
                return ProceduresRefusals.NoSuchType with { Field = "ContactType" };
            if (await db.Set<ProcedureRow>().AnyAsync(row => row.ContactType == type.Id, stop))
                return new Refusal("procedure.known", $"'{type.Name}' has a procedure already. Draft its next version instead.", "ContactType");
            var chart = WholeChart.Of(act.Chart ?? Chart.Empty);
            if (!chart.Allowed)
                return chart.Refusals.ToList();
            var procedure = new ProcedureRow { Id = Ids.New<ProcedureId>(), ContactType = type.Id };
            db.Set<ProcedureRow>().Add(procedure);
            db.Set<VersionRow>().Add(new VersionRow
            {
                Procedure = procedure.Id,
                Number = 1,
                DraftedAt = context.Now,
                DraftedBy =
                context.Who.Person
            }.Take(chart.Value));
            context.Happened(new ProcedureDrafted(procedure.Id, type.Code, 1), procedure.Id, await context.KindOfAsync(type.Id.Value, stop));
            return procedure.Id;
        }
    }
}
