using Answerable.App.Acts;
using Answerable.App.Home;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>Contact types by a part of their name, each with the procedure that serves it.</summary>
internal sealed class ProcedurePlaces : IPlaces
{
    public bool OpenTo(Actor who) => who.May(Permission.ReadProcedures);

    public async Task<IEnumerable<Place>> NamedAsync(string words, ReadingContext context, CancellationToken stop)
    {
        var (db, part) = (context.Db, words.ToUpperInvariant());
        var types = await db.Set<ContactTypeRow>().Where(type => type.SortName.Contains(part)).OrderBy(type => type.SortName).Take(IPlaces.Most)
            .Select(type => new
            {
                type.Name,
                type.Code,
                Procedure = db.Set<ProcedureRow>().Where(row => row.ContactType == type.Id)
                .Select(row => (ProcedureId?)row.Id).FirstOrDefault()
            })
            .ToListAsync(stop);
        return types.SelectMany(type => type.Procedure is { } procedure
            ? new[] { new Place(type.Name, "Procedure", $"/procedures/{procedure}"),
                new Place(type.Name, "Contact type", $"/contact-types/{type.Code}") }
            : [new Place(type.Name, "Contact type", $"/contact-types/{type.Code}")]);
    }
}
