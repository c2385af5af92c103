using Answerable.App.Acts;
using Answerable.App.Home;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>People by a part of their name, as far as the one who looks may see them.</summary>
internal sealed class PeoplePlaces : IPlaces
{
    public bool OpenTo(Actor who) => who.May(Permission.ReadPeople);

    public async Task<IEnumerable<Place>> NamedAsync(string words, ReadingContext context, CancellationToken stop)
    {
        var part = words.ToUpperInvariant();
        var people = await context.Sees(context.Db.Set<PersonRow>()).Where(person => person.SortName.Contains(part))
            .OrderBy(person => person.SortName).Take(IPlaces.Most).Select(person => new { person.Id, person.Name }).ToListAsync(stop);
        return people.Select(person => new Place(person.Name, "Person", $"/people/{person.Id}"));
    }
}
