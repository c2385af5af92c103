using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Demo;

/// <summary>Whether this is the demo centre, so that every page can say so.</summary>
[Needs(Permission.Anyone)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record DemoPresent : IReading<bool>
{
    internal sealed class Reader(CentreInForce centre) : IAnswer<DemoPresent, bool>
    {
        public async Task<Outcome<bool>> Answer(DemoPresent reading, ReadingContext context, CancellationToken stop) =>
            (await centre.NowAsync()).Demo;
    }
}
