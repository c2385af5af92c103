using Answerable.Analysis.Measures;
using Answerable.App.Measures;
using Answerable.App.Procedures;
using Answerable.Web.Measures;

namespace Answerable.Tests.Measures;

public sealed class KpiViewTests
{
    private static readonly DateTimeOffset Day = new(2026, 10, 5, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_line_of_a_split_by_interval_stands_beside_the_same_value_as_far_into_the_period_before()
    {
        var view = View([Line(7, "a", 10), Line(8, "a", 11), Line(7, "b", 20), Line(8, "b", 21)],
            [Line(0, "a", 1), Line(1, "a", 2), Line(1, "b", 4)]);

        Assert.Equal([1d, 2d, null, 4d], Enumerable.Range(0, 4).Select(place => view.Beside(place)?.Value));
    }

    [Fact]
    public void A_publication_is_marked_at_the_interval_it_falls_in_and_several_of_one_interval_are_counted()
    {
        var view = View([Line(0, null, 1), Line(1, null, 2), Line(2, null, 3)], null);
        var marks = KpiMarks.Of([Published(1, 9, "Missed bin"), Published(2, 0, "Refund"), Published(2, 8, "Leak"), Published(-1, 0, "Before")],
            view);

        Assert.Equal([(1, "Missed bin, version 2"), (2, "2 publications")], marks.Select(mark => (mark.At, mark.Words)));
    }

    [Fact]
    public void Publications_of_the_demo_centre_are_marked_on_its_contacts_alone()
    {
        Publications.Line[] lines = [Published(0, 0, "Real"), Published(0, 0, "Invented") with { Demo = true }];

        Assert.Equal(["Real"], KpiMarks.Shown(lines, demo: false).Select(line => line.Name));
        Assert.Equal(["Invented"], KpiMarks.Shown(lines, demo: true).Select(line => line.Name));
    }

    [Fact]
    public void A_plot_without_a_time_line_asks_for_no_publications()
    {
        var view = View([Line(0, null, 1)], null);
        Assert.NotNull(KpiMarks.Question(view));
        Assert.Null(KpiMarks.Question(view with { Asked = view.Asked with { Interval = null } }));
        Assert.Equal("refund", KpiMarks.Question(view with
        {
            Asked = view.Asked with
            { Only = new Dictionary<Dimension, string> { [Dimension.Type] = "refund" } }
        })!.Type);
    }

    [Fact]
    public void Not_known_is_shown_only_where_a_line_of_it_holds_something_now_or_before()
    {
        KpiFigures.Line[] empty = [Line(7, "a", 10), Line(8, "a", 11), Line(7, "", 0), Line(8, "", 0)];
        KpiFigures.Line[] some = [Line(7, "a", 10), Line(8, "a", 11), Line(7, "", 0), Line(8, "", 1)];

        Assert.Equal(["a", "a"], View(empty, null).Found.Lines.Select(line => line.Key));
        Assert.Equal(["a"], View(empty, empty).Plot.Lines.Select(series => series.Name));
        Assert.Equal(4, View(some, null).Found.Lines.Count);
        Assert.Equal(4, View(empty, some).Found.Lines.Count);
        Assert.Equal(2, View(empty[2..], null).Found.Lines.Count);
    }

    [Fact]
    public void A_share_of_nought_is_something_and_a_share_of_nothing_is_not()
    {
        var (nought, nothing) = (new Figure(0, 0, 5, null), new Figure(null, 0, 0, "no contacts"));

        Assert.Equal(2, View([Line(0, "a", 1), Line(0, "", 0) with { Figure = nought }], null).Found.Lines.Count);
        Assert.Single(View([Line(0, "a", 1), Line(0, "", 0) with { Figure = nothing }], null).Found.Lines);
    }

    private static Publications.Line Published(int day, int hour, string name) =>
        new(ProcedureId.From(Guid.Empty), 2, name, Day.AddDays(day).AddHours(hour), Demo: false);

    private static KpiView View(KpiFigures.Line[] lines, KpiFigures.Line[]? before)
    {
        var kpi = Kpis.Find("contacts")!;
        var asked = new KpiFigures("contacts", DateOnly.FromDateTime(Day.DateTime), DateOnly.FromDateTime(Day.DateTime).AddDays(14))
        { Interval = Interval.Day };
        var part = new KpiFigures.Part(asked.From, asked.To, 1, KpiParameters.Usual, "", Of(0), []);
        KpiFigures.Finding Finding(KpiFigures.Line[] of) => new(kpi, Of(0), [], [part], of, 0);
        return new KpiView(asked, Finding(lines), before is null ? null : Finding(before), "The days before");
    }

    private static KpiFigures.Line Line(int day, string? key, double value) =>
        new(Day.AddDays(day), Day.AddDays(day + 1), key, key, Of(value), [], 1);

    private static Figure Of(double value) => new(value, (long)value, null, null);
}
