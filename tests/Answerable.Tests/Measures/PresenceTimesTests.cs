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
        var times = PresenceTimes.Of([Said(10, 1, Presence.Ready), Said(35, 2, Presence.SignedOut)]);
        Assert.Equal([5, 15, 5], Enumerable.Range(0, 3).Select(place => ReadyMinutes(times[Calls.Quarter(Calls.Start) + place])));
    }

    [Fact]
    public void A_sign_out_forgotten_over_the_weekend_is_not_counted_as_work() =>
        Assert.Empty(PresenceTimes.Of([Said(0, 1, Presence.Ready), Said(64 * 60, 2, Presence.SignedOut)]));

    [Fact]
    public void A_stretch_counts_for_the_team_it_began_in_and_the_next_one_for_the_new_team()
    {
        TeamId old = new(new Guid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)), next = new(new Guid(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        var times = PresenceTimes.Of([Said(0, 1, Presence.Ready), Said(9, 2, Presence.Busy), Said(12, 3, Presence.SignedOut)],
            (_, at) => at < Calls.Start.AddMinutes(5) ? old : next)[Calls.Quarter(Calls.Start)];
        Assert.Equal([(old, 9.0, 0.0), (next, 0.0, 3.0)], times.Select(pair => (pair.Key.Team!.Value,
            Minutes(pair.Value, AgentMeasures.Ready), Minutes(pair.Value, AgentMeasures.Handling))));
    }

    [Fact]
    public void Facts_in_any_order_come_to_the_same_times() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 600).Two().ArrayOf().ToArbitrary(), minutes =>
        {
            var lines = minutes.Select((pair, place) => Said(pair.Item1, place, (Presence)(pair.Item2 % 6))).ToList();
            return Text(lines) == Text(lines.OrderByDescending(line => line.AtMs).ThenByDescending(line => line.Number));
        }));

    /// <summary>All time between the first line and the last is somebody's: none is counted twice or lost.</summary>
    [Fact]
    public void Times_come_to_the_time_there_was() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 600).NonEmptyListOf().ToArbitrary(), minutes =>
        {
            var lines = minutes.Select((minute, place) => Said(minute, place, Presence.Ready));
            return PresenceTimes.Of(lines).Values.Sum(ReadyMinutes) == minutes.Max() - minutes.Min();
        }));

    private static PresenceLine Said(int minute, long number, Presence to) =>
        new(Agent, FactKind.Live, Calls.Start.AddMinutes(minute).ToUnixTimeMilliseconds(), number, to);

    private static double ReadyMinutes(Dictionary<(PersonId Person, FactKind Kind, TeamId? Team), long[]> people) =>
        Minutes(people.Values.Single(), AgentMeasures.Ready);

    private static double Minutes(long[] times, Measure measure) => times[measure.Place] / 60_000.0;

    private static string Text(IEnumerable<PresenceLine> lines) => string.Join('\n', PresenceTimes.Of(lines)
        .OrderBy(quarter => quarter.Key).Select(quarter => $"{quarter.Key}: {string.Join(',', quarter.Value.Values.Single())}"));
}
