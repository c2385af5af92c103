namespace Answerable.Model.Procedures.Checks;

/// <summary>Every fact to note down has a name of its own, a label, and choices where it is a choice.</summary>
internal static class FieldChecks
{
    private static readonly string[] CardWords = ["card number", "security code", "cvv", "cvc", "long number"];

    // "No" and "n/a" are no reason.
    private const int WordsOfAReason = 3;

    public static IEnumerable<Finding> Of(Chart chart, Step step)
    {
        var called = chart.Called(step);
        foreach (var field in step.Fields)
        {
            if (field.Name.Length == 0)
                yield return new Finding("field.no-name", step.Key,
                    $"A field of {called} has no name. Name it, so that later steps can refer to it.");
            if (field.Label.Length == 0)
                yield return new Finding("field.no-label", step.Key, $"The field '{field.Name}' of {called} has no label for the agent to read.");
            if (field.Type == FieldType.Choice && field.Choices.Distinct().Count() < 2)
                yield return new Finding("field.no-choice", step.Key,
                    $"The field '{field.Label}' of {called} is a choice between fewer than two things.");
            if (CardWords.Any(word => field.Label.Contains(word, StringComparison.OrdinalIgnoreCase)))
                yield return new Finding("field.card", step.Key,
                    $"The field '{field.Label}' of {called} asks for card details. They are masked and never kept: take the payment in the payment " +
                    $"system.");
            if (field.TakesFreeText() && FreeText(field, called) is { } doubt)
                yield return new Finding("field.free-text", step.Key, doubt, Blocks: false);
        }
        foreach (var name in step.Fields.Where(field => field.Name.Length > 0).GroupBy(field => field.Name).Where(same => same.Count() > 1))
            yield return new Finding("field.name-twice", step.Key, $"{called} has the field '{name.Key}' more than once.");
        foreach (var finding in OtherType(chart, step, called))
            yield return finding;
    }

    /// <summary>Whatever can be typed into may name somebody: the designer says so, or why not.</summary>
    private static string? FreeText(Field field, string called) => (field.Personal, Why: field.NotPersonal.Shown()) switch
    {
        (true, "") => null,
        (true, _) => $"The field '{field.Label}' of {called} is ticked as personal and says why it never is. It is kept as personal: leave one of "
            + "the two.",
        (false, "") => $"The field '{field.Label}' of {called} takes free text and does not say whether it is personal, so it is kept as personal. "
            + "Tick that it is, or say why it never is.",
        (false, var why) when why.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length < WordsOfAReason =>
            $"The field '{field.Label}' of {called} takes free text that stands in the journal for good, and why it is not personal says only "
                + $"'{why}'. Say in a few words why nobody can be named in it, or tick that it is personal.",
        _ => null,
    };

    private static IEnumerable<Finding> OtherType(Chart chart, Step step, string called) =>
        from field in step.Fields
        from earlier in chart.Nodes.TakeWhile(node => node.Key != step.Key).OfType<Step>()
        from same in earlier.Fields
        where same.Name == field.Name && same.Type != field.Type && field.Name.Length > 0
        select new Finding("field.other-type", step.Key,
            $"The field '{field.Name}' is {field.Type.Words().ToLowerInvariant()} in {called}, but {same.Type.Words().ToLowerInvariant()} in " +
                $"{chart.Called(earlier)}. Give it one type, or another name.");
}
