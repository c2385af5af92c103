using Answerable.App.Acts;
using Answerable.App.Home;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>What a colleague may not do alone, and waits for one's yes.</summary>
internal sealed class CountersignNeeds(IEnumerable<ICountersigned> kinds) : INeeds
{
    public int Place => 45;

    public bool Concern(Actor who) => Countersignatures.MayGive(kinds, who).Length > 0;

    public IEnumerable<string> Topics(Actor who) =>
        [FactTopics.Of<CountersignatureAsked>(), FactTopics.Of<CountersignatureGiven>(), FactTopics.Of<CountersignatureWithheld>()];

    public async Task<IEnumerable<Need>> OfAsync(ReadingContext context, CancellationToken stop)
    {
        var (me, may) = (context.Who.Person, Countersignatures.MayGive(kinds, context.Who));
        return
        [
            new(await CountersignatureRow.Open(context.Db, context.Now).CountAsync(row => row.AskedBy != me && may.Contains(row.What), stop),
                "act of a colleague waits for a second person", "acts of colleagues wait for a second person", "/countersignatures", "users"),
        ];
    }
}
