using Answerable.Model.Privacy;


namespace Answerable.Model.Procedures.Editing;

/// <summary>The words of a node as they are kept: trimmed, one kind of line end, no card numbers, of a length that can be read.</summary>
internal static class NodeText
{
    private const int MostShort = 150;
    private const int MostLong = 10_000;
    private const int MostRows = 30;

    public static string Tidy(string text) => CardMask.Apply(text.ReplaceLineEndings("\n").Shown());

    public static Node Tidy(Node node) => node switch
    {
        Step step => step with
        {
            Title = Tidy(step.Title),
            Guideline = Tidy(step.Guideline),
            Fields = [.. step.Fields.Select(Tidy)],
            Authority = step.Authority is { } demand ? demand with { DecisionKind = Tidy(demand.DecisionKind) } : null,
            Referral = step.Referral is { } point ? point with { When = Tidy(point.When), TellCustomer = Tidy(point.TellCustomer) } : null,
        },
        Decision decision => decision with
        {
            Title = Tidy(decision.Title),
            Question = Tidy(decision.Question),
            Hint = Tidy(decision.Hint),
            Answers = [.. decision.Answers.Select(answer => answer with { Label = Tidy(answer.Label) })],
        },
        Ending ending => ending with { Title = Tidy(ending.Title), AfterContact = Tidy(ending.AfterContact) },
        _ => throw new InvalidOperationException($"No text for {node.GetType().Name}."),
    };

    public static Refusal? Title(string title) =>
        title.Length == 0 ? new Refusal("version.no-title", "Say what it is, in a few words.", "Title") : TooLong("Title", title, MostShort);

    public static IEnumerable<Refusal> Refusals(Node node)
    {
        if (Title(node.Title) is { } title)
            yield return title;
        foreach (var (field, text, most) in Texts(node))
            if (TooLong(field, text, most) is { } refusal)
                yield return refusal;
        foreach (var field in Unknown(node))
            yield return new Refusal("version.no-such-choice", "There is no such choice. Choose one from the list.", field);
        if (node is Step { Fields.Count: > MostRows })
            yield return new Refusal("version.too-many", $"A step notes down at most {MostRows} facts. Split the step.", "Fields");
        if (node is Decision { Answers.Count: > MostRows })
            yield return new Refusal("version.too-many", $"A decision has at most {MostRows} answers. Split it into two questions.", "Answers");
    }

    // A role, a type of field or a strictness that is none has no words: no page could show the step again.
    private static IEnumerable<string> Unknown(Node node)
    {
        if (!Enum.IsDefined(node.Who))
            yield return "Role";
        if (node is not Step step)
            yield break;
        if (!Enum.IsDefined(step.Strictness))
            yield return "Strictness";
        if (step.Referral is { } point && !Enum.IsDefined(point.To))
            yield return "ReferTo";
        if (step.Fields.Any(field => !Enum.IsDefined(field.Type)))
            yield return "Fields";
    }

    private static Guideline Tidy(Guideline guideline) => guideline with
    {
        Approach = Tidy(guideline.Approach),
        Must = Lines(guideline.Must),
        Never = Lines(guideline.Never),
        Say = Tidy(guideline.Say),
        MustSay = Tidy(guideline.MustSay),
        Knowledge = Tidy(guideline.Knowledge),
        Why = Tidy(guideline.Why),
    };

    private static Field Tidy(Field field) => field with { Name = Tidy(field.Name), Label = Tidy(field.Label), Choices = Lines(field.Choices) };

    private static IReadOnlyList<string> Lines(IReadOnlyList<string> lines) => [.. lines.Select(Tidy).Where(line => line.Length > 0)];

    private static IEnumerable<(string Field, string Text, int Most)> Texts(Node node) => node switch
    {
        Step step => OfStep(step),
        Decision decision =>
        [
            ("Question", decision.Question, MostLong), ("Hint", decision.Hint, MostLong),
            .. decision.Answers.Select(answer => ("Answers", answer.Label, MostShort)),
        ],
        Ending ending => [("AfterContact", ending.AfterContact, MostLong)],
        _ => [],
    };

    private static IEnumerable<(string Field, string Text, int Most)> OfStep(Step step) =>
    [
        ("Approach", step.Guideline.Approach, MostLong),
        ("Must", string.Join('\n', step.Guideline.Must), MostLong),
        ("Never", string.Join('\n', step.Guideline.Never), MostLong),
        ("Say", step.Guideline.Say, MostLong), ("MustSay", step.Guideline.MustSay, MostLong),
        ("Knowledge", step.Guideline.Knowledge, MostLong), ("Why", step.Guideline.Why, MostLong),
        ("ReferWhen", step.Referral?.When ?? "", MostLong), ("ReferTellCustomer", step.Referral?.TellCustomer ?? "", MostLong),
        .. step.Fields.SelectMany(field =>
            new[] { ("Fields", field.Name, MostShort), ("Fields", field.Label, MostShort), ("Fields", string.Join('\n', field.Choices), MostLong) }),
    ];

    private static Refusal? TooLong(string field, string text, int most) =>
        text.Length > most ? new Refusal("version.too-long", $"This is {text.Length} characters long; at most {most} can be kept.", field) : null;
}
