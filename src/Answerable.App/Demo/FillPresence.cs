using Answerable.App.Conduct;
using Answerable.App.Demo.Days;
using Answerable.App.Demo.Walks;
using Answerable.Model.People;

namespace Answerable.App.Demo;

/// <summary>Who is here when the demo centre opens, whatever the hour.</summary>
internal static class FillPresence
{
    public static async Task RunAsync(DemoHand hand, IReadOnlyDictionary<string, DemoPresence> last, DemoMoments moments, CancellationToken stop)
    {
        var acting = Scenes.All.Select(scene => scene.Agent).ToHashSet();
        foreach (var person in DemoPeople.All.Where(person => person.Role <= Role.Manager))
        {
            var (before, since) = last.TryGetValue(person.Name, out var said) ? (said.To, said.At) : (Presence.SignedOut, moments.Begins);
            var now = acting.Contains(person.Name) ? Presence.Ready
                : Scenes.Present.TryGetValue(person.Name, out var told) ? told
                : before == Presence.Busy ? Presence.Ready : before;
            // One who was led through a contact of the past days has a row already.
            var row = await hand.Db.Set<PresenceRow>().FindAsync([person.Id], stop) ?? hand.Db.Add(new PresenceRow { Person = person.Id }).Entity;
            (row.Presence, row.Since) = (now, now == before ? since : moments.Stage);
            if (now != before)
                hand.Happened(new PresenceChanged(person.Id, before, now), person.Id.Value, moments.Stage, person.Id.Value);
        }
    }
}
