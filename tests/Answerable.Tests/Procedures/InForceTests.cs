using Answerable.Model.Procedures;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Procedures;

public sealed class InForceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 10, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_version_that_took_effect_last_is_in_force_from_its_very_instant()
    {
        Published[] published = [Of(1, -2), Of(2, 0), Of(3, 1)];
        Assert.Equal(2, InForce.Of(published, Noon)?.Version);
        Assert.Equal(1, InForce.Of(published, Noon.AddTicks(-1))?.Version);
        Assert.Equal(3, InForce.Of(published, Noon.AddHours(1))?.Version);
        Assert.Null(InForce.Of(published, Noon.AddHours(-3)));
        Assert.Null(InForce.Of([], Noon));
    }

    [Fact]
    public void Of_two_that_took_effect_at_one_instant_the_later_one_is_in_force() =>
        Assert.Equal(5, InForce.Of([Of(5, 0), Of(4, 0)], Noon)?.Version);

    [Fact]
    public void What_was_withdrawn_never_guides_and_the_one_before_it_does_though_marked_superseded() =>
        Assert.Equal(1, InForce.Of([Of(1, -2, VersionState.Superseded), Of(2, -1, VersionState.Withdrawn)], Noon)?.Version);

    [Fact]
    public void It_goes_by_the_dates_alone_in_whatever_order_they_come()
    {
        var one = from version in Gen.Choose(1, 6)
                  from hour in Gen.Choose(-4, 4)
                  from state in Gen.Elements(VersionState.Published, VersionState.Superseded, VersionState.Withdrawn)
                  select Of(version, hour, state);
        var lists = one.ListOf().Select(list => list.DistinctBy(each => each.Version).ToArray());
        Prop.ForAll(lists.ToArbitrary(), published =>
        {
            var found = InForce.Of(published, Noon);
            var candidates = published.Where(each => each.State != VersionState.Withdrawn && each.EffectiveFrom <= Noon).ToArray();
            return found == InForce.Of(published.Reverse(), Noon)
                && (found is { } version
                    ? candidates.All(each => (each.EffectiveFrom, each.Version).CompareTo((version.EffectiveFrom, version.Version)) <= 0)
                    : candidates.Length == 0);
        }).QuickCheckThrowOnFailure();
    }

    private static Published Of(int version, int hour, VersionState state = VersionState.Published) => new(version, state, Noon.AddHours(hour));
}
