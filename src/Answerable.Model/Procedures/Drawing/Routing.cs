namespace Answerable.Model.Procedures.Drawing;

/// <summary>
/// Draws the ways through the gutters. A way to the next row goes down, along the gutter and down; any other goes along,
/// up or down beside the column of its target, along, and down into the target's head.
/// </summary>
internal sealed class Routing(Grid grid, Dictionary<string, Seat> seats, IReadOnlyList<Way> ways)
{
    /// <summary>How far a line coming in keeps from the lines that leave the row above.</summary>
    private const double Clear = 8;
    private const double Corner = 26;

    public IReadOnlyList<Line> Lines()
    {
        foreach (var way in ways.Where(way => !Direct(way)))
            grid.Upright[Beside(way)].Take(way.To, seats[way.From].Row + 1, seats[way.To].Row);
        grid.SettleColumns(0);
        foreach (var seat in seats.Values)
            seat.MoveTo(grid.MiddleX(seat.Column) - (seat.Shape.Box.Width / 2), 0);
        foreach (var (key, seat) in seats)
            seat.HeadX = HeadOf(key, seat);
        foreach (var way in ways)
            TakeLevel(way);
        grid.SettleRows(ChartLayout.LaneHead);
        foreach (var seat in seats.Values)
            seat.MoveTo(seat.Shape.Box.X, grid.RowY(seat.Row));
        return [.. ways.Select(way => new Line(way.From, way.To, way.Answer, [.. Points(way)]))];
    }

    private bool Direct(Way way) => seats[way.To].Row == seats[way.From].Row + 1;

    /// <summary>The gutter it goes up or down in: on the side of the target from which it comes; straight back, on the left.</summary>
    private int Beside(Way way)
    {
        var (from, to) = (seats[way.From], seats[way.To]);
        var left = from.Column < to.Column || (from.Column == to.Column && to.Row <= from.Row);
        return left ? to.Column : to.Column + 1;
    }

    /// <summary>Straight below a foot that leads here if it may be, else as near the middle as keeps clear of the lines that leave the row
    /// above.</summary>
    private double HeadOf(string key, Seat seat)
    {
        var above = ways.Where(way => seats[way.From].Row == seat.Row - 1).ToList();
        var others = above.Where(way => way.To != key).Select(FootX).ToList();
        var middle = seat.Shape.Box.Middle;
        var straight = above.Where(way => way.To == key).Select(FootX)
            .Where(x => x > seat.Shape.Box.X + Corner && x < seat.Shape.Box.Right - Corner)
            .OrderBy(x => Math.Abs(x - middle));
        var near = Enumerable.Range(0, 20).SelectMany(step => new[] { middle - (step * Clear), middle + (step * Clear) })
            .Where(x => x > seat.Shape.Box.X + Corner && x < seat.Shape.Box.Right - Corner);
        return straight.Concat(near).Where(x => others.TrueForAll(other => Math.Abs(other - x) >= Clear)).DefaultIfEmpty(middle).First();
    }

    private double FootX(Way way) => seats[way.From].FootX(way.Exit);

    private void TakeLevel(Way way)
    {
        var (foot, head) = (FootX(way), seats[way.To].HeadX);
        if (Direct(way))
        {
            if (Math.Abs(foot - head) > 0.01)
                grid.Level[seats[way.To].Row].Take(way.To, foot, head);
            return;
        }
        var beside = grid.UprightX(Beside(way), way.To);
        grid.Level[seats[way.From].Row + 1].Take(way.To, foot, beside);
        grid.Level[seats[way.To].Row].Take(way.To, beside, head);
    }

    private IEnumerable<Point> Points(Way way)
    {
        var (from, to) = (seats[way.From], seats[way.To]);
        var (foot, head) = (FootX(way), to.HeadX);
        yield return new Point(foot, from.Shape.Box.Bottom);
        if (!Direct(way))
        {
            var beside = grid.UprightX(Beside(way), way.To);
            yield return new Point(foot, grid.LevelY(from.Row + 1, way.To));
            yield return new Point(beside, grid.LevelY(from.Row + 1, way.To));
            yield return new Point(beside, grid.LevelY(to.Row, way.To));
            yield return new Point(head, grid.LevelY(to.Row, way.To));
        }
        else if (Math.Abs(foot - head) > 0.01)
        {
            yield return new Point(foot, grid.LevelY(to.Row, way.To));
            yield return new Point(head, grid.LevelY(to.Row, way.To));
        }
        yield return new Point(head, to.Shape.Box.Y);
    }
}
