using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>One contact type, its boundaries and its procedure.</summary>
[Needs(Permission.ReadProcedures)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record ContactTypeRecord(string Code) : IReading<ContactTypeRecord.Record>
{
    /// <param name="Demo">Invented by the demo, or real beside what is; null where nothing here is invented.</param>
    public sealed record Record(ContactType Type, long Revision, ProcedureId? Procedure, IReadOnlyList<VersionLine> Versions, bool? Demo);

    internal sealed class Reader : IAnswer<ContactTypeRecord, Record>
    {
        public async Task<Outcome<Record>> Answer(ContactTypeRecord reading, ReadingContext context, CancellationToken stop)
        {
            var row = await context.Db.Set<ContactTypeRow>().SingleOrDefaultAsync(row => row.Code == reading.Code, stop);
            if (row is null)
                return ProceduresRefusals.NoSuchType;
            var procedure = await context.Db.Set<ProcedureRow>().Where(known => known.ContactType == row.Id).Select(known => (ProcedureId?)known.Id)
                .SingleOrDefaultAsync(stop);
            var versions = procedure is { } id ? await VersionHistory.OfAsync(context.Db, id, context.Now, stop) : [];
            return new Record(row.Type(), row.Revision, procedure, versions,
                await Invented.IsAsync(context.Db, row.Id.Value, stop));
        }
    }
}
