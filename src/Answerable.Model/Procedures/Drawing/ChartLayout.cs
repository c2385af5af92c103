namespace Answerable.Model.Procedures.Drawing;

/// <summary>
/// Lays a chart out: lanes side by side, time running down. Rows by longest path, columns inside the lane, lines in the gutters
/// between; about O(nodes x ways) in all.
/// </summary>
public static class ChartLayout
{
    public const double LaneHead = 34;

    public static ChartDrawing Of(Chart chart)
    {
        if (chart.Nodes.Count == 0)
            return new ChartDrawing(0, 0, [], [], []);
        var rows = Layering.Rows(chart);
        var placing = new Placing(chart, rows);
        var seats = Seats(chart, rows, placing);
        var grid = new Grid(rows.Values.Max() + 1, placing.Columns);
        foreach (var seat in seats.Values)
            grid.Hold(seat.Row, seat.Column, seat.Shape);
        var lines = new Routing(grid, seats, [.. Way.Of(chart)]).Lines();
        return new ChartDrawing(grid.Width, grid.Height, Lanes(placing, grid), [.. seats.Values.Select(seat => seat.Shape)], lines);
    }

    private static Dictionary<string, Seat> Seats(Chart chart, Dictionary<string, int> rows, Placing placing)
    {
        var seats = new Dictionary<string, Seat> { [""] = new(0, placing.ColumnOf(chart.Start!), Sizing.Start()) };
        foreach (var node in chart.Nodes)
            seats[node.Key] = new Seat(rows[node.Key], placing.ColumnOf(node), Sizing.Of(node, chart.NumberOf(node.Key)));
        return seats;
    }

    private static List<Lane> Lanes(Placing placing, Grid grid)
    {
        var lanes = new List<Lane>();
        for (var place = 0; place < placing.Lanes.Count; place++)
        {
            var left = grid.LaneX(placing.FirstColumn(placing.Lanes[place]));
            var right = place + 1 < placing.Lanes.Count ? grid.LaneX(placing.FirstColumn(placing.Lanes[place + 1])) : grid.Width;
            lanes.Add(new Lane(placing.Lanes[place], new Box(left, 0, right - left, grid.Height)));
        }
        return lanes;
    }
}
