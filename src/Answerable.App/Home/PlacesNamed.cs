using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Home;

/// <summary>What bears these words: contact types and procedures by name, contacts by their case, their own number or their customer's
/// reference. Whoever is shown by a reference that somebody is a customer has looked for them.</summary>
[Needs(Permission.SignedIn)]
[Unscoped("asks each kind of place, and ContactPlaces sees by scope")]
public sealed record PlacesNamed(string Words) : IReading<IReadOnlyList<Place>>, ILook<IReadOnlyList<Place>>
{
    Look? ILook<IReadOnlyList<Place>>.Seen(IReadOnlyList<Place> result) =>
        result.FirstOrDefault(place => place.Customer is not null)?.Customer is { } customer ? new(Sight.CustomerSearch, customer.Value) : null;

    private const int LongestWords = 100;

    internal sealed class Reader(IEnumerable<IPlaces> all) : IAnswer<PlacesNamed, IReadOnlyList<Place>>
    {
        public async Task<Outcome<IReadOnlyList<Place>>> Answer(PlacesNamed reading, ReadingContext context, CancellationToken stop)
        {
            var (words, found) = (reading.Words.Trim(), new List<Place>());
            if (words.Length is > 0 and <= LongestWords)
                foreach (var kind in all.Where(kind => kind.OpenTo(context.Who)))
                    found.AddRange(await kind.NamedAsync(words, context, stop));
            return found;
        }
    }
}
