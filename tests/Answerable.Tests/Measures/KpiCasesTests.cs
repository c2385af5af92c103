using Answerable.Analysis.Measures;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.Tests.Measures;

/// <summary>The worked cases of the domain: T1 to T6 and T9, to two decimals.</summary>
public sealed class KpiCasesTests
{
    // Answered 1000 of which 860 in 20 s; abandoned 60 of which 10 in 5 s, 20 in 20 s.
    private static Calls Icmi() => new Calls()
        .Answered(860, 20).Answered(140, 20.001)
        .Abandoned(10, 5).Abandoned(10, 20).Abandoned(40, 20.2);

    [Theory]
    [InlineData("service-level-f1", 83.02)]
    [InlineData("service-level-f2", 86.00)]
    [InlineData("service-level-f3", 81.13)]
    [InlineData("service-level-f4", 82.69)]
    [InlineData("service-level-f5", 82.08)]
    [InlineData("service-level-f6", 81.90)]
    public void The_six_service_levels_differ_on_the_same_contacts(string kpi, double expected) => Shows(expected, Icmi().Read(kpi));

    /// <summary>Whoever reads the formula knows which contact begins an issue and which belongs to one begun before.</summary>
    [Theory]
    [InlineData("fcr", "issues", "whom nobody answered about the same reason")]
    [InlineData("fcr-customer", "customers' issues", "whom nobody answered")]
    public void The_formula_of_first_contact_resolution_says_when_a_new_issue_begins(string kpi, string issues, string whom)
    {
        var formula = Kpis.Find(kpi)!.Formula.Words(KpiParameters.Usual with { WindowDays = 5 });
        Assert.Contains($"{issues} without a repeat within 5 days of the first answered contact", formula, StringComparison.Ordinal);
        Assert.Contains($"{issues} whose 5 days have passed, an issue beginning with each answered contact of a customer {whom} in the 5 days before",
            formula, StringComparison.Ordinal);
    }

    [Fact]
    public void Service_level_rolls_up_as_a_ratio_of_sums_not_a_mean_of_percentages()
    {
        var calls = Intervals();
        var rows = calls.Reading("service-level-f3", starts: Starts).ByInterval().ToList();
        Assert.Equal([50, 100, 100], rows.Select(row => row.Figure.Value));
        Shows(56.52, calls.Read("service-level-f3"));
    }

    [Fact]
    public void An_interval_without_contacts_is_neither_0_nor_100_and_changes_no_total()
    {
        var calls = Intervals();
        var empty = calls.Reading("service-level-f3", starts: [.. Starts, Starts[^1] + 1]).ByInterval().Last().Figure;
        Assert.Null(empty.Value);
        Assert.Equal("no contacts", empty.Word);
        Shows(56.52, calls.Reading("service-level-f3", starts: [.. Starts, Starts[^1] + 1]).Total().Figure);
    }

    [Fact]
    public void Handling_time_rolls_up_by_contacts_not_by_groups() =>
        Shows(354.55, new Calls().Answered(100, 0, 300).Answered(10, 0, 900, Calls.Start.AddHours(1)).Read("handling-time"));

    [Theory]
    [InlineData("abandonment", 5.66)]
    [InlineData("abandonment-ex-short", 4.76)]
    public void Short_abandons_leave_both_sides_of_the_fraction(string kpi, double expected) => Shows(expected, Icmi().Read(kpi));

    [Fact]
    public void No_kpi_takes_short_abandons_from_the_numerator_alone() =>
        Assert.DoesNotContain(Kpis.All, kpi => Icmi().Read(kpi.Name).Value is { } value && Math.Abs(value - 4.72) < 0.005);

    [Theory]
    [InlineData("occupancy", 81.82)]
    [InlineData("utilisation", 64.29)]
    [InlineData("utilisation-with-training", 73.81)]
    [InlineData("utilisation-icmi-2012", 78.57)]
    [InlineData("shrinkage", 21.43)]
    public void The_occupancy_family_differs_on_the_same_day(string kpi, double expected)
    {
        var day = new List<PresenceLine>();
        var (at, number) = (Calls.Start, 0L);
        foreach (var (presence, minutes) in new[]
            { (Presence.Busy, 270), (Presence.Ready, 60), (Presence.Break, 50), (Presence.Training, 40), (Presence.SignedOut, 0) })
        {
            day.Add(new PresenceLine(default, FactKind.Live, at.ToUnixTimeMilliseconds(), ++number, presence));
            at = at.AddMinutes(minutes);
        }
        Shows(expected, ReadTimes(kpi, day));
    }

    [Theory]
    [InlineData("fcr", 75.00)]
    [InlineData("fcr-customer", 33.33)]
    [InlineData("contacts-not-repeated", 80.00)]
    public void First_contact_resolution_is_by_person_and_reason_and_leaves_out_what_is_not_yet_known(string kpi, double expected) =>
        Shows(expected, Repeats().Read(kpi, knownUntil: Calls.Start.AddDays(15)));

    [Fact]
    public void The_last_issue_is_not_yet_known()
    {
        var row = Repeats().Row("fcr", knownUntil: Calls.Start.AddDays(15));
        Assert.Equal((3, 4), (row.Figure.Numerator, row.Figure.Denominator));
        Assert.Equal(1, row.Beside[0]);
    }

    /// <summary>The one of day 12 is left out of the second figure as of the first; once its window has passed it counts.</summary>
    [Fact]
    public void Contacts_not_repeated_leave_out_what_is_not_yet_known_and_say_how_many()
    {
        var row = Repeats().Row("contacts-not-repeated", knownUntil: Calls.Start.AddDays(15));
        Assert.Equal((4, 5, 1), (row.Figure.Numerator, row.Figure.Denominator, row.Beside[0]));
        row = Repeats().Row("contacts-not-repeated", knownUntil: Calls.Start.AddDays(20));
        Assert.Equal((5, 6, 0), (row.Figure.Numerator, row.Figure.Denominator, row.Beside[0]));
        Assert.Equal(2, Kpis.Find("contacts-not-repeated")!.Version);
    }

    [Fact]
    public void A_window_of_fourteen_days_makes_one_issue_of_what_were_two()
    {
        var row = Repeats().Row("fcr", new KpiParameters(WindowDays: 14), Calls.Start.AddDays(40));
        Assert.Equal((3, 4), (row.Figure.Numerator, row.Figure.Denominator));
        Assert.Equal(0, row.Beside[0]);
    }

    private static int[] Starts => [.. Enumerable.Range(0, 3).Select(hour => Calls.Quarter(Calls.Start) + hour)];

    private static Calls Intervals() => new Calls()
        .Answered(100, 10).Answered(100, 30)
        .Answered(20, 10, at: Calls.Start.AddMinutes(15))
        .Answered(10, 10, at: Calls.Start.AddMinutes(30));

    private static Calls Repeats() => new Calls()
        .About("C1", "A", 0).About("C1", "A", 3).About("C1", "A", 12)
        .About("C2", "B", 1).About("C2", "C", 2).About("C3", "D", 5);

    private static Figure ReadTimes(string kpi, IReadOnlyList<PresenceLine> lines)
    {
        var quarters = PresenceTimes.Of(lines).Select(quarter => new QuarterColumns(AgentMeasures.Family, quarter.Key,
            [.. quarter.Value.Select(pair => (new ushort[] { (ushort)pair.Key.Kind, 0, 1 }, AgentMeasures.CellOf(pair.Value)))]));
        var slice = new Slice(0, int.MaxValue, Slice.Performance, new Dictionary<Dimension, int>());
        var reading = new KpiReading(Kpis.Find(kpi)!, KpiParameters.Usual, slice, new Horizons(0, []), new Names(), null, [0]);
        foreach (var quarter in quarters)
            reading.Add(quarter);
        return reading.Total().Figure;
    }

    private static void Shows(double expected, Figure figure) => Assert.Equal(expected, Math.Round(figure.Value!.Value, 2));
}
