using Answerable.Model.People;

namespace Answerable.Model.Procedures.Drawing;

/// <summary>A chart laid out: every shape in the lane of who does it, every way as a line. Lengths are in units of an SVG user space, y
/// downwards.</summary>
public sealed record ChartDrawing(
    double Width,
    double Height,
    IReadOnlyList<Lane> Lanes,
    IReadOnlyList<Shape> Shapes,
    IReadOnlyList<Line> Lines);

/// <summary>The column of one role.</summary>
public sealed record Lane(Role Who, Box Box);

public readonly record struct Point(double X, double Y);

public readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;
    public double Bottom => Y + Height;
    public double Middle => X + (Width / 2);
}

public enum ShapeKind
{
    Start = 0,
    Step = 1,
    Decision = 2,
    Ending = 3,
}

/// <summary>A node drawn; the start is a shape of its own, before the first node.</summary>
/// <param name="Number">The outline number; 0 for the start.</param>
/// <param name="Answers">A decision's answers, side by side along its foot; each way out begins at its own.</param>
public sealed record Shape(string Key, ShapeKind Kind, int Number, Box Box, ShapeText Text, IReadOnlyList<AnswerCell> Answers);

/// <summary>What a shape says: its title in lines that fit, and notes below it.</summary>
public sealed record ShapeText(string Full, IReadOnlyList<string> Lines, IReadOnlyList<string> Notes);

public sealed record AnswerCell(string Full, Box Box, IReadOnlyList<string> Lines);

/// <summary>A way from one shape to another, as a run of level and upright strokes from foot to head.</summary>
public sealed record Line(string From, string To, string? Answer, IReadOnlyList<Point> Points);
