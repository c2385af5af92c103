using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Drawing;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Procedures.Drawing;

/// <summary>Where shapes and ways stand, so that time runs down and the usual way on is the straight one.</summary>
public sealed class WaysDrawnTests
{
    [Fact]
    public void A_way_leads_up_only_where_it_goes_back() => Check.One(Tries.Of(200), Prop.ForAll(RandomCharts.Any, chart =>
    {
        var shapes = ChartLayout.Of(chart).Shapes.ToDictionary(shape => shape.Key, shape => shape.Box);
        var graph = chart.Nodes.ToDictionary(node => node.Key, node => chart.ExitsOf(node).OfType<string>().Where(shapes.ContainsKey).ToList());
        return graph.All(node => node.Value.All(to => shapes[to].Y >= shapes[node.Key].Bottom || Reaches(graph, to, node.Key)));
    }));

    [Fact]
    public void A_step_stands_below_the_last_of_those_that_lead_to_it()
    {
        // n1 asks; one answer does n2 first, the other goes to n3 at once.
        var boxes = Boxes(Asked("n1", null, "n3"), new Step("n2", "Do"), new Ending("n3", "Done", true));
        Assert.Equal(["n1", "n2", "n3"], boxes.Where(pair => pair.Key.Length > 0).OrderBy(pair => pair.Value.Y).Select(pair => pair.Key));
    }

    /// <summary>A way back moves nothing: what comes after it stands where it would without.</summary>
    [Fact]
    public void Going_back_takes_no_row()
    {
        var with = Boxes(new Step("n1", "One"), Asked("n2", null, "n1"), new Ending("n3", "Done", true));
        var without = Boxes(new Step("n1", "One"), Asked("n2", null, "n3"), new Ending("n3", "Done", true));
        Assert.Equal(without.OrderBy(pair => pair.Value.Y).Select(pair => pair.Key), with.OrderBy(pair => pair.Value.Y).Select(pair => pair.Key));
    }

    [Fact]
    public void The_first_way_on_stays_in_the_column_and_further_ones_go_to_the_right()
    {
        var boxes = Boxes(Asked("n1", "n2", "n3", "n4"), new Ending("n2", "A", true), new Ending("n3", "B", true), new Ending("n4", "C", true));
        Assert.Equal(boxes["n1"].Middle, boxes["n2"].Middle);
        Assert.True(boxes["n2"].Right < boxes["n3"].X && boxes["n3"].Right < boxes["n4"].X);
        Assert.Equal(boxes["n2"].Y, boxes["n4"].Y);
        // What follows in the second column stays in it.
        var further = Boxes(Asked("n1", "n2", "n3"), new Ending("n2", "A", true), new Step("n3", "B"), new Ending("n4", "C", true));
        Assert.Equal(further["n3"].Middle, further["n4"].Middle);
        Assert.True(further["n3"].X > further["n2"].Right);
    }

    [Fact]
    public void What_is_named_twice_takes_no_second_column_and_what_is_in_another_lane_none()
    {
        var boxes = Boxes(Asked("n1", "n2", "n2", "n3"), new Ending("n2", "A", true), new Ending("n3", "B", true));
        var lanes = Boxes(Asked("n1", "n4", "n2"), new Ending("n2", "A", true), new Ending("n4", "B", true, Role.SeniorAgent));
        Assert.Equal(lanes["n1"].Middle, lanes["n2"].Middle);
        Assert.True(lanes["n4"].X > lanes["n1"].Right);
        Assert.True(boxes["n3"].X - boxes["n2"].Right < boxes["n2"].Width);
    }

    [Fact]
    public void Lanes_stand_side_by_side_from_least_to_greatest_authority_and_fill_the_drawing()
    {
        var drawing = ChartLayout.Of(new Chart([new Step("n1", "Lead", Role.TeamLeader), new Step("n2", "Ask"), new Ending("n3", "End", true)]));
        Assert.Equal([Role.Agent, Role.TeamLeader], drawing.Lanes.Select(lane => lane.Who));
        Assert.Equal((0, drawing.Lanes[1].Box.X, drawing.Width),
            (drawing.Lanes[0].Box.X, drawing.Lanes[0].Box.Right, drawing.Lanes[1].Box.Right));
        Assert.All(drawing.Lanes, lane => Assert.Equal((0, drawing.Height), (lane.Box.Y, lane.Box.Height)));
    }

    [Fact]
    public void A_way_comes_from_the_foot_of_its_answer()
    {
        var drawing = ChartLayout.Of(new Chart([Asked("n1", "n2", "n3"), new Ending("n2", "A", true), new Ending("n3", "B", true)]));
        var answers = drawing.Shapes.Single(shape => shape.Key == "n1").Answers;
        Assert.Equal([null, "a1", "a2"], drawing.Lines.Select(line => line.Answer));
        Assert.Equal(answers.Select(cell => cell.Box.Middle), drawing.Lines.Skip(1).Select(line => line.Points[0].X));
    }

    [Fact]
    public void A_way_to_nowhere_is_not_drawn()
    {
        var chart = new Chart([new Step("n1", "One", Next: "n9"), new Step("n2", "Two"), new Ending("n3", "End", true)]);
        Assert.Equal(2, ChartLayout.Of(chart).Lines.Count);
        Assert.Empty(ChartLayout.Of(new Chart([])).Lines);
    }

    /// <summary>Bends are where a line turns, and nowhere else.</summary>
    [Fact]
    public void No_line_has_a_point_that_changes_nothing() => Check.One(Tries.Of(100), Prop.ForAll(RandomCharts.Any, chart =>
        ChartLayout.Of(chart).Lines.All(line =>
            line.Points.Zip(line.Points.Skip(1)).All(pair => Apart(pair.First, pair.Second))
            && line.Points.Zip(line.Points.Skip(1), line.Points.Skip(2)).All(three => Turns(three.First, three.Second, three.Third)))));

    /// <summary>Lines that run side by side keep ten apart, and eight where one comes in among those that leave.</summary>
    [Fact]
    public void Lines_to_different_places_keep_clear_of_each_other() => Check.One(Tries.Of(100), Prop.ForAll(RandomCharts.Any, chart =>
    {
        var level = ChartLayout.Of(chart).Lines.SelectMany(line => line.Points.Zip(line.Points.Skip(1))
            .Where(stroke => Math.Abs(stroke.First.Y - stroke.Second.Y) < 0.01)
            .Select(stroke => (line.To, stroke.First.Y, Left: Math.Min(stroke.First.X, stroke.Second.X),
                Right: Math.Max(stroke.First.X, stroke.Second.X)))).ToList();
        return level.All(one => level.All(other => one.To == other.To || one.Right <= other.Left || other.Right <= one.Left
            || Math.Abs(one.Y - other.Y) >= 9.99));
    }));

    /// <summary>26 from the corners of where it comes in, and 8 from where another line leaves the row above.</summary>
    [Fact]
    public void A_way_comes_in_clear_of_corners_and_of_the_feet_above() => Check.One(Tries.Of(200), Prop.ForAll(RandomCharts.Any, chart =>
    {
        var drawing = ChartLayout.Of(chart);
        var shapes = drawing.Shapes.ToDictionary(shape => shape.Key, shape => shape.Box);
        var rows = drawing.Shapes.Select(shape => shape.Box.Y).Distinct().Order().ToList();
        return drawing.Lines.Where(line => line.To.Length > 0).All(line =>
        {
            var (head, box) = (line.Points[^1].X, shapes[line.To]);
            var above = rows[rows.IndexOf(box.Y) - 1];
            return head > box.X + 25.9 && head < box.Right - 25.9 && (Math.Abs(head - box.Middle) < 0.01
                || drawing.Lines.All(other => other.To == line.To || shapes[other.From].Y != above || Math.Abs(other.Points[0].X - head) > 7.9));
        });
    }));

    private static bool Apart(Point one, Point other) => Math.Abs(one.X - other.X) > 0.01 || Math.Abs(one.Y - other.Y) > 0.01;

    private static bool Turns(Point one, Point two, Point three) =>
        !(Math.Abs(one.X - two.X) < 0.01 && Math.Abs(two.X - three.X) < 0.01)
        && !(Math.Abs(one.Y - two.Y) < 0.01 && Math.Abs(two.Y - three.Y) < 0.01);

    private static bool Reaches(Dictionary<string, List<string>> graph, string from, string to)
    {
        var (seen, next) = (new HashSet<string> { from }, new Stack<string>([from]));
        while (next.TryPop(out var key))
        {
            if (key == to)
                return true;
            foreach (var on in graph[key].Where(seen.Add))
                next.Push(on);
        }
        return false;
    }

    private static Decision Asked(string key, params string?[] ways) =>
        new(key, "Whether") { Question = "Which?", Answers = [.. ways.Select((way, place) => new Answer($"a{place + 1}", $"{place}", way))] };

    private static Dictionary<string, Box> Boxes(params Node[] nodes) =>
        ChartLayout.Of(new Chart(nodes)).Shapes.ToDictionary(shape => shape.Key, shape => shape.Box);
}
