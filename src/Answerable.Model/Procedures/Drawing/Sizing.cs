using Answerable.Model.People;


namespace Answerable.Model.Procedures.Drawing;

/// <summary>How large a shape must be to hold what it says. Shapes are made at the origin and moved to their place later.</summary>
internal static class Sizing
{
    public const double TextSize = 14;
    public const double NoteSize = 12;
    public const double LineHeight = 19;
    public const double NoteHeight = 16;
    public const double Inset = 12;
    public const double NumberWidth = 30;
    private const double StandardWidth = 190;
    private const double AnswerWidth = 92;
    private const double StartSize = 24;

    public static Shape Start() => new("", ShapeKind.Start, 0, new Box(0, 0, StartSize, StartSize), new ShapeText("Start", [], []), []);

    public static Shape Of(Node node, int number) => node switch
    {
        Step step => Plain(node, ShapeKind.Step, number, Notes(step)),
        Ending ending => Plain(node, ShapeKind.Ending, number, [ending.Resolved ? "✓ Resolved" : "✕ Not resolved"]),
        Decision decision => WithAnswers(decision, number),
        _ => throw new InvalidOperationException($"No shape for {node.GetType().Name}."),
    };

    private static List<string> Notes(Step step)
    {
        List<string> notes = [];
        if (step.Strictness == Strictness.Strict)
            notes.Add("Strict");
        if (step.Authority is { } demand)
            notes.Add($"Authority: {demand.DecisionKind}");
        if (step.Referral is { } point)
            notes.Add($"↗ {point.To.Words()}");
        return notes.ConvertAll(note => TextFit.Lines(note, StandardWidth - NumberWidth - (2 * Inset), NoteSize, 1)[0]);
    }

    private static Shape Plain(Node node, ShapeKind kind, int number, IReadOnlyList<string> notes)
    {
        var text = Text(node.Title, StandardWidth, notes);
        return new Shape(node.Key, kind, number, new Box(0, 0, StandardWidth, Height(text)), text, []);
    }

    private static Shape WithAnswers(Decision decision, int number)
    {
        var width = Math.Max(StandardWidth, decision.Answers.Count * AnswerWidth);
        var text = Text(decision.Question.Length > 0 ? decision.Question : decision.Title, width, []);
        var head = Height(text);
        var each = width / Math.Max(1, decision.Answers.Count);
        var labels = decision.Answers.Select(answer => TextFit.Lines(answer.Label, each - 10, NoteSize, 3)).ToList();
        var foot = labels.Count == 0 ? 0 : (Math.Max(1, labels.Max(lines => lines.Count)) * NoteHeight) + 10;
        var cells = labels.Select((lines, place) => new AnswerCell(decision.Answers[place].Label, new Box(place * each, head, each, foot), lines));
        return new Shape(decision.Key, ShapeKind.Decision, number, new Box(0, 0, width, head + foot), text, [.. cells]);
    }

    private static ShapeText Text(string title, double width, IReadOnlyList<string> notes) =>
        new(title, TextFit.Lines(title, width - NumberWidth - (2 * Inset), TextSize, 4), notes);

    private static double Height(ShapeText text) =>
        (2 * Inset) + (Math.Max(1, text.Lines.Count) * LineHeight) + (text.Notes.Count * NoteHeight) - 4;
}
