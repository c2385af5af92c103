using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>One procedure: its contact type and all its versions, newest first.</summary>
[Needs(Permission.ReadProcedures)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record ProcedureRecord(ProcedureId Procedure) : IReading<ProcedureRecord.Record>
{
    /// <param name="Demo">Invented by the demo, or real beside what is; null where nothing here is invented.</param>
    public sealed record Record(ProcedureId Id, ContactType Type, DateTimeOffset Now, IReadOnlyList<VersionLine> Versions, bool? Demo);

    internal sealed class Reader : IAnswer<ProcedureRecord, Record>
    {
        public async Task<Outcome<Record>> Answer(ProcedureRecord reading, ReadingContext context, CancellationToken stop)
        {
            var procedure = await context.Db.Set<ProcedureRow>().SingleOrDefaultAsync(row => row.Id == reading.Procedure, stop);
            if (procedure is null)
                return ProceduresRefusals.NoSuchProcedure;
            var type = await context.Db.Set<ContactTypeRow>().SingleAsync(row => row.Id == procedure.ContactType, stop);
            return new Record(procedure.Id, type.Type(), context.Now,
                await VersionHistory.OfAsync(context.Db, procedure.Id, context.Now, stop),
                await Invented.IsAsync(context.Db, procedure.Id.Value, stop));
        }
    }
}
