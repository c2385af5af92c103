using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Home;

/// <summary>What waits for the one who looks, most pressing first; each with the page where it is done.</summary>
[Needs(Permission.SignedIn)]
[Unscoped(UnscopedAttribute.Own)]
public sealed record WhatNeedsMe : IReading<IReadOnlyList<Need>>
{
    internal sealed class Reader(IEnumerable<INeeds> all) : IAnswer<WhatNeedsMe, IReadOnlyList<Need>>
    {
        public async Task<Outcome<IReadOnlyList<Need>>> Answer(WhatNeedsMe reading, ReadingContext context, CancellationToken stop)
        {
            var needs = new List<Need>();
            if (context.Who.Person is null)
                return needs;
            foreach (var mine in all.Where(kind => kind.Concern(context.Who)).OrderBy(kind => kind.Place))
                needs.AddRange(await mine.OfAsync(context, stop));
            return needs.Where(need => need.Count > 0).OrderByDescending(need => need.Pressing).ToList();
        }
    }
}
