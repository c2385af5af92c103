using Answerable.Analysis.Planning.Erlang;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Planning.Erlang;

/// <summary>What must hold of every queue, whatever its size.</summary>
public sealed class QueuePropertyTests
{
    private const double Rounding = 1e-11;

    private static readonly Gen<QueueDesign> Designs =
        from family in Gen.Elements(Enum.GetValues<QueueFamily>())
        from agents in Gen.Frequency((3, Gen.Choose(1, 30)), (1, Gen.Choose(30, 900)))
        from busy in Gen.Choose(5, 180)
        from handling in Gen.Choose(20, 900)
        from patience in Gen.Choose(5, 2000)
        from target in Gen.Choose(0, 120)
        from room in Gen.Choose(0, 200)
        let load = new Load(busy / 100.0 * agents * 3600 / handling, handling)
        select new QueueDesign(family, load, agents, family == QueueFamily.K ? agents + room : null, target, patience);

    private static readonly Arbitrary<QueueDesign> Sound = Designs.Where(design => !design.Faults().Any()).ToArbitrary();

    [Fact]
    public void Every_share_is_a_share_and_every_mean_is_not_negative() => Check.QuickThrowOnFailure(
        Prop.ForAll(Sound, design =>
        {
            var figures = design.Figures();
            double?[] shares = [figures.Blocked, figures.Waits, figures.Abandons, figures.Occupancy, .. Levels(figures)];
            double?[] means = [figures.MeanQueue, figures.MeanWaitSeconds, figures.SpeedOfAnswerSeconds];
            return shares.All(share => share is null or >= 0 and <= 1 + Rounding) && means.All(mean => mean is null or >= 0);
        }));

    [Fact]
    public void More_agents_never_worsen_service() => Check.QuickThrowOnFailure(
        Prop.ForAll(Sound, design =>
        {
            QueueFigures few = design.Figures(), more = (design with { Agents = design.Agents + 1, Lines = design.Lines + 1 }).Figures();
            return NoMore(few.ServiceLevels?.OfOffered, more.ServiceLevels?.OfOffered) && NoMore(more.Blocked, few.Blocked)
                && (design.Family == QueueFamily.K || WaitsNoMore(few, more));
        }));

    [Fact]
    public void What_comes_in_goes_out() => Check.QuickThrowOnFailure(
        Prop.ForAll(Sound, design =>
        {
            var figures = design.Figures();
            var answered = 1 - (figures.Blocked ?? 0) - (figures.Abandons ?? 0);
            return Math.Abs(figures.Occupancy * design.Agents / figures.OfferedErlangs - answered) < 1e-10;
        }));

    [Fact]
    public void Looser_targets_are_met_by_more() => Check.QuickThrowOnFailure(
        Prop.ForAll(Sound, design =>
        {
            var later = design with { TargetSeconds = design.TargetSeconds + 10 };
            return Levels(design.Figures()).Zip(Levels(later.Figures())).All(level => NoMore(level.First, level.Second));
        }));

    [Fact]
    public void Any_patience_that_is_exponential_is_erlang_A_and_any_that_is_fixed_is_family_D() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60),
        Prop.ForAll(Sound, design =>
        {
            var patience = design.PatienceSeconds!.Value;
            return Agree(ErlangA.Figures(design.Load, design.Agents, patience, design.TargetSeconds),
                    GeneralPatience.Figures(design.Load, design.Agents, Patience.Exponential(patience), design.TargetSeconds))
                && Agree(FixedPatience.Figures(design.Load, design.Agents, patience, design.TargetSeconds),
                    GeneralPatience.Figures(design.Load, design.Agents, Patience.Fixed(patience), design.TargetSeconds));
        }));

    [Fact]
    public void A_line_without_room_is_erlang_B_and_one_with_all_the_room_is_erlang_A() => Check.QuickThrowOnFailure(
        Prop.ForAll(Sound, design =>
        {
            var (load, agents, patience) = (design.Load, design.Agents, design.PatienceSeconds!.Value);
            QueueFigures none =
                FiniteLine.Figures(load, agents, agents, patience, 20), all = FiniteLine.Figures(load, agents, agents + 100_000, patience, 20);
            var endless = ErlangA.Figures(load, agents, patience, 20);
            return Near(none.Blocked, ErlangB.Blocking(load.Erlangs, agents)) && Near(all.MeanQueue, endless.MeanQueue)
                && Near(all.ServiceLevels!.Value.OfOffered, endless.ServiceLevels!.Value.OfOffered) && Near(all.Waits, endless.Waits);
        }));

    /// <summary>Not so where lines are few: whom another line lets in may wait and leave.</summary>
    private static bool WaitsNoMore(QueueFigures few, QueueFigures more) =>
        NoMore(more.Waits, few.Waits) && NoMore(more.Abandons, few.Abandons) && NoMore(more.Occupancy, few.Occupancy)
        && NoMore(more.MeanWaitSeconds, few.MeanWaitSeconds);

    private static IEnumerable<double?> Levels(QueueFigures figures) =>
        Enum.GetValues<ServiceLevelDefinition>().Select(definition => figures.ServiceLevels?.By(definition));

    private static bool NoMore(double? less, double? more) =>
        less is null || more is null || less <= more + Rounding * Math.Max(1, Math.Abs(more.Value));

    private static bool Agree(QueueFigures exact, QueueFigures integrated) =>
        Near(exact.Waits, integrated.Waits) && Near(exact.Abandons, integrated.Abandons) && Near(exact.MeanQueue, integrated.MeanQueue)
        && Near(exact.SpeedOfAnswerSeconds, integrated.SpeedOfAnswerSeconds) && Near(exact.Occupancy, integrated.Occupancy)
        && Levels(exact).Zip(Levels(integrated)).All(level => level.First is null || Near(level.First, level.Second));

    /// <summary>Within a billionth, or both too small to matter to anyone.</summary>
    private static bool Near(double? one, double? other) => Math.Abs(one!.Value - other!.Value) <= 1e-9 * Math.Abs(one.Value) + 1e-12;
}
