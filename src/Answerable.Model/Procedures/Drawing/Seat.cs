namespace Answerable.Model.Procedures.Drawing;

/// <summary>Where a shape sits: its cell of the grid, and the shape itself once it has its place.</summary>
internal sealed class Seat(int row, int column, Shape shape)
{
    public int Row { get; } = row;
    public int Column { get; } = column;
    public Shape Shape { get; private set; } = shape;
    /// <summary>Where ways come in at its head.</summary>
    public double HeadX { get; set; }

    public double FootX(int exit) => Shape.Answers.Count > 0 ? Shape.Answers[exit].Box.Middle : Shape.Box.Middle;

    public void MoveTo(double x, double y) => Shape = Shape with
    {
        Box = Shape.Box with { X = x, Y = y },
        Answers = [.. Shape.Answers.Select(cell => cell with
        {
            Box = cell.Box with { X = cell.Box.X - Shape.Box.X + x, Y = cell.Box.Y - Shape.Box.Y + y },
        })],
    };
}
