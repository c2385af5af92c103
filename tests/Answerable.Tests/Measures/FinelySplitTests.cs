using Answerable.Analysis.Measures;
using Answerable.Simulation.Streams;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Measures;

/// <summary>However many groups a reading has, each of its lines is what the KPI is when only that line is asked for.</summary>
public sealed class FinelySplitTests
{
    private static readonly Kpi[] All = [.. Kpis.All.Where(kpi => kpi.Family == ContactMeasures.Family)];
    private static readonly Dimension?[] Splits =
        [null, .. Dimensions.All.Where(ContactMeasures.Family.KeptBy).Select(dimension => (Dimension?)dimension)];

    // From a handful of groups to thousands: the sums are kept in another way where there are a great many.
    private static readonly int[] QuartersInAnInterval = [1, 4, 96, 96 * 7, 96 * 60];

    private static readonly Gen<(Kpi Kpi, Dimension? Split, int Quarters, int Seed)> Asked =
        from kpi in Gen.Elements(All)
        from split in Gen.Elements(Splits)
        from quarters in Gen.Elements(QuartersInAnInterval)
        from seed in Gen.Choose(0, 1000)
        select (kpi, split, quarters, seed);

    [Fact]
    public void Each_line_is_what_the_kpi_is_when_only_that_line_is_asked_for() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(Asked.ToArbitrary(), asked =>
        {
            var calls = Busy(asked.Seed);
            var from = Calls.Quarter(Calls.Start);
            var starts = Enumerable.Range(0, 1 + 96 * 40 / asked.Quarters).Select(place => from + place * asked.Quarters).ToList();
            var reading = calls.Reading(asked.Kpi.Name, split: asked.Split, starts: starts);
            var lines = asked.Split is null
                ? reading.ByInterval().ToList()
                : [.. reading.BySplit().SelectMany(row => reading.ByIntervalOf(row.Split!.Value)), .. reading.BySplit()];
            return reading.Total().Figure == calls.Read(asked.Kpi.Name)
                && Telling(lines).All(line => line.Figure == Alone(calls, asked.Kpi, line, asked.Split, starts));
        }));

    // Most of thousands of lines are of nothing, and all alike.
    private static IEnumerable<KpiRow> Telling(List<KpiRow> lines) =>
        lines.Where(line => line.Figure.Denominator > 0).Concat(lines.Where(line => line.Figure.Denominator is null or 0).Take(3));

    private static Figure Alone(Calls calls, Kpi kpi, KpiRow line, Dimension? split, List<int> starts)
    {
        var (from, to) = line.Interval is { } place
            ? (starts[place], place + 1 < starts.Count ? starts[place + 1] : int.MaxValue)
            : (0, int.MaxValue);
        return calls.Only(kpi.Name, from, to, split is { } dimension && line.Split is { } value ? (dimension, value) : null);
    }

    private static Calls Busy(int seed)
    {
        var dice = new RandomStream(1, 2, 3, (ulong)seed + 1);
        var calls = new Calls();
        for (var call = 0; call < 30; call++)
        {
            var at = Calls.Start.AddMinutes(dice.Below(60 * 24 * 39));
            var queue = $"queue {dice.Below(3)}";
            _ = dice.Below(4) == 0 ? calls.Abandoned(1, dice.Below(90), at, queue)
                : calls.Answered(1, dice.Below(dice.Below(10) == 0 ? 5000 : 90), dice.Below(4000), at, queue);
        }
        return calls;
    }
}
