using Answerable.App.Acts;
using Answerable.App.Home;
using Answerable.Model.People;

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
        var waiting = await Countersignatures.WaitingAsync(kinds, context, stop);
        return
        [
            new(waiting.Count(row => row.AskedBy != context.Who.Person),
                "act of a colleague waits for a second person", "acts of colleagues wait for a second person", "/countersignatures", "users"),
        ];
    }
}
