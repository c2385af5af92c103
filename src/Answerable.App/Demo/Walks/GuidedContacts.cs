using Answerable.App.Conduct;
using Answerable.App.Demo.Days;
using Answerable.Model.Contacts;
using Answerable.Simulation.Streams;

namespace Answerable.App.Demo.Walks;

/// <summary>Some contacts of the last days are not only told: they are led through their procedures, step by step.</summary>
internal static class GuidedContacts
{
    private const int Most = 60;
    private const int Days = 9;

    /// <summary>Chooses them, by their names, evenly over the days.</summary>
    public static IReadOnlyList<DemoContact> Choose(IEnumerable<DemoContact> contacts, DemoMoments moments)
    {
        var suited = contacts
            .Where(contact => contact is { Guided: true, Agent: not null, Channel: Channel.Phone or Channel.Chat } && contact.TalkMs > 150_000)
            .Where(contact => contact.ArrivedAt > moments.Stage.AddDays(-Days))
            .ToList();
        var apart = Math.Max(1, suited.Count / Most);
        return [.. suited.Where((_, place) => place % apart == 0).Take(Most)
            .Select((contact, place) => contact with { Customer = place * 4 % FirstArrivals.Known })];
    }

    public static async Task LeadAsync(DemoHand hand, DemoContact contact, StreamSource chance, CancellationToken stop)
    {
        if (await hand.Db.Set<HandlingRow>().FindAsync([contact.Id], stop) is not null)
            return;
        var luck = chance.Stream($"walk/{contact.Key}", 0);
        var walk = new WalkInProgress(hand, contact.Id, contact.Agent!, contact.ArrivedAt.AddMilliseconds(contact.WaitMs), stop);
        await walk.TakeAsync();
        await new WalkLead(walk, luck, TimeSpan.FromMilliseconds((contact.TalkMs + contact.HoldMs) / 7.0)).ToEndAsync();
        walk.Pass(TimeSpan.FromSeconds(8));
        await walk.EndAsync();
        walk.Pass(TimeSpan.FromMilliseconds(contact.WrapMs));
        await walk.WrapAsync();
    }
}
