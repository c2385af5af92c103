namespace Answerable.Model.Procedures.Drawing;

internal static class Strokes
{
    private const double Same = 0.01;

    /// <summary>The same run of strokes without points that change nothing.</summary>
    public static IReadOnlyList<Point> Joined(IEnumerable<Point> points)
    {
        var joined = new List<Point>();
        foreach (var point in points)
        {
            while (joined.Count > 1 && InLine(joined[^2], joined[^1], point))
                joined.RemoveAt(joined.Count - 1);
            if (joined.Count == 0 || Math.Abs(joined[^1].X - point.X) > Same || Math.Abs(joined[^1].Y - point.Y) > Same)
                joined.Add(point);
        }
        return joined;
    }

    private static bool InLine(Point one, Point two, Point three) =>
        (Math.Abs(one.X - two.X) < Same && Math.Abs(two.X - three.X) < Same)
        || (Math.Abs(one.Y - two.Y) < Same && Math.Abs(two.Y - three.Y) < Same);
}
