using Answerable.Analysis.Measures;
using Answerable.Model.Journal;
using Answerable.Model.People;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Measures;

public sealed class PresenceTimesTests
{
    private static readonly PersonId Agent = new(new Guid(7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));

    [Fact]
    public void A_stretch_over_three_quarter_hours_is_shared_among_them()
    {
        var times = new PresenceTimes();
        times.Add(Agent, FactKind.Live, Calls.Start.AddMinutes(10), 1, Presence.Ready);
        times.Add(Agent, FactKind.Live, Calls.Start.AddMinutes(35), 2, Presence.SignedOut);
        Assert.Equal([5, 15, 5], Enumerable.Range(0, 3).Select(place => ReadyMinutes(times, place)));
    }

    [Fact]
    public void A_sign_out_forgotten_over_the_weekend_is_not_counted_as_work()
    {
        var times = new PresenceTimes();
        times.Add(Agent, FactKind.Live, Calls.Start, 1, Presence.Ready);
        times.Add(Agent, FactKind.Live, Calls.Start.AddHours(64), 2, Presence.SignedOut);
        Assert.Empty(times.Quarters);
    }

    [Fact]
    public void Facts_in_any_order_come_to_the_same_times() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 600).Two().ArrayOf().ToArbitrary(), minutes =>
        {
            var facts = minutes.Select((pair, place) => (At: Calls.Start.AddMinutes(pair.Item1), Number: (long)place, To: (Presence)(pair.Item2 % 6)))
                .ToList();
            return Text(facts) == Text(facts.OrderBy(fact => fact.At).ThenBy(fact => fact.Number));
        }));

    private static double ReadyMinutes(PresenceTimes times, int quarter) =>
        times.Quarters[Calls.Quarter(Calls.Start) + quarter].Values.Single()[AgentMeasures.Ready.Place] / 60_000.0;

    private static string Text(IEnumerable<(DateTimeOffset At, long Number, Presence To)> facts)
    {
        var times = new PresenceTimes();
        foreach (var (at, number, to) in facts)
            times.Add(Agent, FactKind.Live, at, number, to);
        return string.Join('\n', times.Quarters.Where(quarter => quarter.Value.Values.Any(sums => sums.Any(time => time != 0)))
            .OrderBy(quarter => quarter.Key).Select(quarter => $"{quarter.Key}: {string.Join(',', quarter.Value.Values.Single())}"));
    }
}
