namespace Answerable.Analysis.Measures;

/// <summary>What is measured of agents' time, as presence shows it, in the quarter-hour in which it passed.</summary>
public static class AgentMeasures
{
    public static readonly Measure Ready = Time(101, "ready", "Ready for customers.");
    public static readonly Measure Handling = Time(102, "handling", "With customers.");
    public static readonly Measure Break = Time(103, "break", "Breaks.");
    public static readonly Measure Training = Time(104, "training", "Training.");
    public static readonly Measure Other = Time(105, "other", "Other work.");

    public static readonly Family Family =
        new(2, "agents-time", [Dimension.Kind, Dimension.Team, Dimension.Agent], [Ready, Handling, Break, Training, Other]);

    /// <param name="times">Milliseconds by the measures' places.</param>
    public static Cell CellOf(long[] times)
    {
        var cell = new Cell(Family);
        foreach (var measure in Family.Measures)
            cell.Add(measure, times[measure.Place]);
        return cell;
    }

    private static Measure Time(ushort id, string name, string words) => new(id, $"agents-time.{name}-ms", MeasureKind.Sum, "milliseconds", words);
}
