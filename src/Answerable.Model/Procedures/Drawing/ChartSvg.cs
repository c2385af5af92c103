using System.Globalization;
using System.Net;
using System.Text;
using Answerable.Model.People;

namespace Answerable.Model.Procedures.Drawing;

/// <summary>
/// A chart as SVG: one image to a screen reader, named and described, with the outline as its equal. Looks come from classes alone,
/// so that it suits light, dark and print.
/// </summary>
public sealed class ChartSvg
{
    private readonly StringBuilder _svg = new();
    private readonly IReadOnlySet<string> _faulty;
    private readonly IReadOnlyDictionary<string, Heat> _heat;

    private ChartSvg(IReadOnlySet<string> faulty, IReadOnlyDictionary<string, Heat> heat) => (_faulty, _heat) = (faulty, heat);

    /// <param name="id">What its ids begin with, so that several can stand on one page.</param>
    /// <param name="faulty">Nodes to be marked as having something wrong.</param>
    /// <param name="heat">Nodes to be shaded, each with what it is shaded for written at it.</param>
    public static string Of(Chart chart, string title, string id, IReadOnlySet<string>? faulty = null, IReadOnlyDictionary<string, Heat>? heat = null)
    {
        var drawing = ChartLayout.Of(chart);
        var writing = new ChartSvg(faulty ?? new HashSet<string>(), heat ?? new Dictionary<string, Heat>());
        writing.Open(drawing, title, id, Described(chart, drawing));
        foreach (var lane in drawing.Lanes)
            writing.Write(lane);
        foreach (var line in drawing.Lines)
            writing.Write(line);
        foreach (var shape in drawing.Shapes)
            writing.Write(shape);
        return writing._svg.Append("</svg>").ToString();
    }

    private static string Described(Chart chart, ChartDrawing drawing) => string.Create(CultureInfo.InvariantCulture,
        $"{Counted.Of(chart.Nodes.OfType<Step>().Count(), "step")}, {Counted.Of(chart.Nodes.OfType<Decision>().Count(), "decision")} and " +
            $"{Counted.Of(chart.Nodes.OfType<Ending>().Count(), "ending")} in " +
            $"{(drawing.Lanes.Count == 1 ? "one lane" : $"{drawing.Lanes.Count} lanes")}: " +
            $"{string.Join(", ", drawing.Lanes.Select(lane => lane.Who.Words()))}. The outline says the same in words.");

    private void Open(ChartDrawing drawing, string title, string id, string description)
    {
        Write($"""<svg xmlns="http://www.w3.org/2000/svg" class="procedure-chart" role="img" """);
        Write($"""aria-labelledby="{id}-title" aria-describedby="{id}-desc" viewBox="0 0 {drawing.Width:0.#} {drawing.Height:0.#}" """);
        Write($"""width="{drawing.Width:0.#}" height="{drawing.Height:0.#}">""");
        Write($"""<title id="{id}-title">{Escaped(title)}</title><desc id="{id}-desc">{Escaped(description)}</desc>""");
    }

    private void Write(Lane lane)
    {
        var box = lane.Box;
        Write($"""<g class="chart-lane"><rect class="chart-lane-ground" {Placed(box with { Y = 0 })}/>""");
        Write($"""<rect class="chart-lane-head" {Placed(box with { Y = 0, Height = ChartLayout.LaneHead })}/>""");
        Write($"""<text class="chart-lane-name" x="{box.X + 14:0.#}" y="22">{Escaped(lane.Who.Words())}</text></g>""");
    }

    private void Write(Line line)
    {
        var path = string.Join(" ", line.Points.Select((point, place) =>
            string.Create(CultureInfo.InvariantCulture, $"{(place == 0 ? 'M' : 'L')}{point.X:0.#} {point.Y:0.#}")));
        var end = line.Points[^1];
        Write($"""<path class="chart-line" d="{path}"/><path class="chart-arrow" d="M{end.X:0.#} {end.Y:0.#} l-4.5 -8 h9 z"/>""");
    }

    private void Write(Shape shape)
    {
        if (shape.Kind == ShapeKind.Start)
        {
            Write($"""<circle class="chart-start" cx="{shape.Box.Middle:0.#}" cy="{shape.Box.Y + (shape.Box.Height / 2):0.#}" """);
            Write($"""r="{shape.Box.Width / 2:0.#}"><title>Start</title></circle>""");
            return;
        }
        var faulty = _faulty.Contains(shape.Key);
        var heat = _heat.GetValueOrDefault(shape.Key);
        var (looks, said) = heat is null ? ("", "") : ($" chart-heat-{heat.Band}", $": {heat.Words}");
        Write($"""<g class="chart-node chart-{Kind(shape.Kind)}{(faulty ? " chart-faulty" : "")}{looks}" data-node="{Escaped(shape.Key)}">""");
        Write($"""<title>{Escaped($"{shape.Number} {shape.Text.Full}{said}")}</title>""");
        Outlined(shape);
        Texts(shape, faulty);
        foreach (var cell in shape.Answers)
            Write(cell);
        if (heat is not null)
            Write(shape.Box, heat);
        _svg.Append("</g>");
    }

    // On the upper edge at the right, where no line comes in.
    private void Write(Box box, Heat heat)
    {
        var width = 14 + (7.5 * heat.Words.Length);
        var middle = box.Right - 4 - (width / 2);
        Write($"""<rect class="chart-heat-tag" {Placed(new Box(box.Right - width - 4, box.Y - 10, width, 20))} rx="3"/>""");
        Write($"""<text class="chart-heat-words" text-anchor="middle" x="{middle:0.#}" y="{box.Y + 4:0.#}">{Escaped(heat.Words)}</text>""");
    }

    private void Outlined(Shape shape)
    {
        var box = shape.Box;
        if (shape.Kind == ShapeKind.Decision)
        {
            Write($"""<path class="chart-shape" d="M{box.X + 14:0.#} {box.Y:0.#} H{box.Right - 14:0.#} L{box.Right:0.#} {box.Y + 14:0.#} """);
            Write($"""V{box.Bottom:0.#} H{box.X:0.#} V{box.Y + 14:0.#} Z"/>""");
        }
        else
            Write($"""<rect class="chart-shape" {Placed(box)} rx="{(shape.Kind == ShapeKind.Ending ? 22 : 5)}"/>""");
    }

    private void Texts(Shape shape, bool faulty)
    {
        var (left, y) = (shape.Box.X + Sizing.Inset, shape.Box.Y + Sizing.Inset + 13);
        Write($"""<text class="chart-number" x="{left:0.#}" y="{y:0.#}">{shape.Number}</text>""");
        if (faulty)
            Write($"""<text class="chart-fault" x="{left:0.#}" y="{y + Sizing.NoteHeight:0.#}">!</text>""");
        foreach (var line in shape.Text.Lines)
        {
            Write($"""<text class="chart-text" x="{left + Sizing.NumberWidth:0.#}" y="{y:0.#}">{Escaped(line)}</text>""");
            y += Sizing.LineHeight;
        }
        foreach (var note in shape.Text.Notes)
        {
            Write($"""<text class="chart-note" x="{left + Sizing.NumberWidth:0.#}" y="{y - 2:0.#}">{Escaped(note)}</text>""");
            y += Sizing.NoteHeight;
        }
    }

    private void Write(AnswerCell cell)
    {
        var box = cell.Box;
        Write($"""<g><title>{Escaped(cell.Full)}</title><rect class="chart-answer" {Placed(box)}/>""");
        var y = box.Y + 17;
        foreach (var line in cell.Lines)
        {
            Write($"""<text class="chart-answer-text" text-anchor="middle" x="{box.Middle:0.#}" y="{y:0.#}">{Escaped(line)}</text>""");
            y += Sizing.NoteHeight;
        }
        _svg.Append("</g>");
    }

    private void Write(FormattableString markup) => _svg.Append(FormattableString.Invariant(markup));

    private static string Kind(ShapeKind kind) => kind switch
    {
        ShapeKind.Start => "begin",
        ShapeKind.Step => "step",
        ShapeKind.Decision => "decision",
        ShapeKind.Ending => "ending",
    };

    private static string Placed(Box box) =>
        FormattableString.Invariant($"""x="{box.X:0.#}" y="{box.Y:0.#}" width="{box.Width:0.#}" height="{box.Height:0.#}" """).TrimEnd();

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
