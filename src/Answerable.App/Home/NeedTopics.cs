using Answerable.Model.People;

namespace Answerable.App.Home;

/// <summary>What a live page that shows what needs somebody listens on: what changes it, of the kinds that concern them and no other.</summary>
public sealed class NeedTopics
{
    private readonly IEnumerable<INeeds> _all;

    internal NeedTopics(IEnumerable<INeeds> all) => _all = all;

    public IEnumerable<string> Of(Actor who) =>
        who.Person is null ? [] : _all.Where(kind => kind.Concern(who)).SelectMany(kind => kind.Topics(who)).Distinct();
}
