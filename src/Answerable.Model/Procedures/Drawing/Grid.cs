namespace Answerable.Model.Procedures.Drawing;

/// <summary>
/// Rows and columns of shapes with gutters before, between and behind them. Shapes keep to the cells and lines to the gutters
/// (and to the foot and head of the shape they join), so no line can pass through a shape.
/// </summary>
internal sealed class Grid
{
    public const double Spacing = 10;
    private const double GutterEdge = 14;

    private readonly double[] _columnWidths;
    private readonly double[] _rowHeights;
    private readonly double[] _columnX;
    private readonly double[] _rowY;

    public Grid(int rows, int columns)
    {
        (_rowHeights, _columnWidths) = (new double[rows], new double[columns]);
        (_rowY, _columnX) = (new double[rows + 2], new double[columns + 2]);
        Upright = [.. Enumerable.Range(0, columns + 1).Select(_ => new Tracks())];
        Level = [.. Enumerable.Range(0, rows + 1).Select(_ => new Tracks())];
    }

    /// <summary>The tracks of the gutter left of each column, and right of the last.</summary>
    public IReadOnlyList<Tracks> Upright { get; }
    /// <summary>The tracks of the gutter above each row, and below the last.</summary>
    public IReadOnlyList<Tracks> Level { get; }

    public double Width => _columnX[^1];
    public double Height => _rowY[^1];

    public void Hold(int row, int column, Shape shape)
    {
        _rowHeights[row] = Math.Max(_rowHeights[row], shape.Box.Height);
        _columnWidths[column] = Math.Max(_columnWidths[column], shape.Box.Width);
    }

    public void SettleColumns(double left)
    {
        _columnX[0] = left;
        for (var column = 0; column < Upright.Count; column++)
        {
            Upright[column].Settle();
            _columnX[column + 1] = _columnX[column] + GutterWidth(Upright[column]) + (column < _columnWidths.Length ? _columnWidths[column] : 0);
        }
    }

    public void SettleRows(double top)
    {
        _rowY[0] = top;
        for (var row = 0; row < Level.Count; row++)
        {
            Level[row].Settle();
            _rowY[row + 1] = _rowY[row] + GutterWidth(Level[row]) + (row < _rowHeights.Length ? _rowHeights[row] : 0);
        }
    }

    /// <summary>Where a lane that begins with a column begins: inside the gutter, clear of the shapes before it.</summary>
    public double LaneX(int column) => column == 0 ? 0 : _columnX[column] + (GutterEdge / 2);
    public double UprightX(int column, string target) => _columnX[column] + GutterEdge + (Upright[column].Of(target) * Spacing);
    public double LevelY(int row, string target) => _rowY[row] + GutterEdge + (Level[row].Of(target) * Spacing);
    public double RowY(int row) => _rowY[row] + GutterWidth(Level[row]);
    public double MiddleX(int column) => _columnX[column] + GutterWidth(Upright[column]) + (_columnWidths[column] / 2);

    private static double GutterWidth(Tracks tracks) => (2 * GutterEdge) + (Math.Max(0, tracks.Count - 1) * Spacing);
}
