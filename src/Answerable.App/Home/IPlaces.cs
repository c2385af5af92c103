using Answerable.App.Acts;
using Answerable.Model.People;

namespace Answerable.App.Home;

/// <summary>What a module can be asked for by name. The way to anything asks them all and knows none.</summary>
internal interface IPlaces
{
    const int Most = 8;

    bool OpenTo(Actor who);

    Task<IEnumerable<Place>> NamedAsync(string words, ReadingContext context, CancellationToken stop);
}
