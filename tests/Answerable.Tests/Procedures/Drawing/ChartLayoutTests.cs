using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Drawing;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Procedures.Drawing;

public sealed class ChartLayoutTests
{
    [Fact]
    public void No_two_shapes_overlap_and_each_is_in_the_lane_of_who_does_it() =>
        Holds((chart, drawing) =>
            drawing.Shapes.All(shape => drawing.Shapes.All(other => shape == other || Apart(shape.Box, other.Box)))
            && drawing.Shapes.Where(shape => shape.Number > 0).All(shape =>
                drawing.Lanes.Single(lane => lane.Who == chart.Find(shape.Key)!.Who).Box is var lane
                && shape.Box.X >= lane.X && shape.Box.Right <= lane.Right && shape.Box.Y >= ChartLayout.LaneHead && shape.Box.Bottom <= lane.Bottom));

    [Fact]
    public void No_line_passes_through_a_shape() =>
        Holds((_, drawing) => drawing.Lines.All(line => Strokes(line).All(stroke =>
            drawing.Shapes.All(shape => !Crosses(stroke.From, stroke.To, shape.Box)))));

    [Fact]
    public void Every_way_of_the_chart_is_drawn_once_from_foot_to_head() =>
        Holds((chart, drawing) =>
        {
            var boxes = drawing.Shapes.ToDictionary(shape => shape.Key, shape => shape.Box);
            var ways = chart.Nodes.SelectMany(chart.ExitsOf).Count(to => to is not null) + 1;
            return drawing.Lines.Count == ways && drawing.Lines.All(line =>
                OnFoot(line.Points[0], boxes[line.From]) && OnHead(line.Points[^1], boxes[line.To])
                && line.Points[^2].Y < line.Points[^1].Y);
        });

    [Fact]
    public void Lines_to_different_places_never_run_over_each_other() =>
        Holds((_, drawing) => drawing.Lines.All(one => drawing.Lines.All(other => one.To == other.To
            || Strokes(one).All(stroke => Strokes(other).All(second => !RunTogether(stroke, second))))));

    [Fact]
    public void Lines_are_level_or_upright() =>
        Holds((_, drawing) => drawing.Lines.All(line => Strokes(line).All(stroke =>
            Math.Abs(stroke.From.X - stroke.To.X) < 0.01 || Math.Abs(stroke.From.Y - stroke.To.Y) < 0.01)));

    [Fact]
    public void Texts_fit_their_shapes() =>
        Holds((_, drawing) => drawing.Shapes.All(shape => shape.Text.Lines.Count <= 4
            && shape.Answers.All(cell =>
                cell.Box.X >= shape.Box.X - 0.01 && cell.Box.Right <= shape.Box.Right + 0.01 && cell.Box.Bottom <= shape.Box.Bottom + 0.01)));

    [Fact]
    public void A_chart_of_500_nodes_is_laid_out()
    {
        var chart = new Chart([.. Enumerable.Range(1, 500).Select(number => number == 500
            ? (Node)new Ending("n500", "Done", true)
            : number % 3 == 0
                ? new Decision($"n{number}", $"Question {number}")
                    { Question = "Is it so?", Answers = [new Answer("a1", "Yes"), new Answer("a2", "No", $"n{Math.Min(500, number + 40)}")] }
                : new Step($"n{number}", $"Step {number}"))]);

        Assert.Equal(501, ChartLayout.Of(chart).Shapes.Count);
    }

    [Fact]
    public void A_straight_run_of_steps_is_drawn_as_one_straight_line_down()
    {
        var drawing = ChartLayout.Of(new Chart([new Step("n1", "One"), new Step("n2", "Two"), new Ending("n3", "End", true)]));

        Assert.All(drawing.Lines, line => Assert.Equal(2, line.Points.Count));
    }

    private static void Holds(Func<Chart, ChartDrawing, bool> property)
    {
        Assert.True(property(RealCharts.MissedBin, ChartLayout.Of(RealCharts.MissedBin)));
        Assert.True(property(RealCharts.Refunds, ChartLayout.Of(RealCharts.Refunds)));
        Check.One(Tries.Of(100), Prop.ForAll(RandomCharts.Large, chart => property(chart, ChartLayout.Of(chart))));
    }

    private static IEnumerable<(Point From, Point To)> Strokes(Line line) => line.Points.Zip(line.Points.Skip(1));

    private static bool Apart(Box one, Box other) =>
        one.Right <= other.X || other.Right <= one.X || one.Bottom <= other.Y || other.Bottom <= one.Y;

    // The inside of a shape; a line may touch the border where it begins and ends.
    private static bool Crosses(Point from, Point to, Box box) =>
        Math.Max(from.X, to.X) > box.X + 0.01 && Math.Min(from.X, to.X) < box.Right - 0.01
        && Math.Max(from.Y, to.Y) > box.Y + 0.01 && Math.Min(from.Y, to.Y) < box.Bottom - 0.01;

    private static bool OnFoot(Point point, Box box) => Math.Abs(point.Y - box.Bottom) < 0.01 && point.X > box.X && point.X < box.Right;
    private static bool OnHead(Point point, Box box) => Math.Abs(point.Y - box.Y) < 0.01 && point.X > box.X && point.X < box.Right;

    private static bool RunTogether((Point From, Point To) one, (Point From, Point To) other) =>
        (Upright(one) && Upright(other) && Math.Abs(one.From.X - other.From.X) < 1 && Shared(one.From.Y, one.To.Y, other.From.Y, other.To.Y))
        || (!Upright(one) && !Upright(other) && Math.Abs(one.From.Y - other.From.Y) < 1 && Shared(one.From.X, one.To.X, other.From.X, other.To.X));

    private static bool Upright((Point From, Point To) stroke) => Math.Abs(stroke.From.X - stroke.To.X) < 0.01;

    private static bool Shared(double one, double two, double three, double four) =>
        Math.Min(Math.Max(one, two), Math.Max(three, four)) - Math.Max(Math.Min(one, two), Math.Min(three, four)) > 0.01;
}
