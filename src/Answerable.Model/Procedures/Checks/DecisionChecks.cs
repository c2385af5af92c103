namespace Answerable.Model.Procedures.Checks;

/// <summary>Every decision asks something and has at least two answers that can be told apart.</summary>
internal static class DecisionChecks
{
    public static IEnumerable<Finding> Of(Chart chart, Decision decision)
    {
        var called = chart.Called(decision);
        if (decision.Question.Length == 0)
            yield return new Finding("decision.no-question", decision.Key, $"{called} asks no question. Write it as the agent is to answer it.");
        if (decision.Answers.Count < 2)
            yield return new Finding("decision.incomplete", decision.Key,
                $"{called} has {(decision.Answers.Count == 0 ? "no answer" : "one answer")}. A decision needs at least two.");
        if (decision.Answers.Any(answer => answer.Label.Length == 0))
            yield return new Finding("decision.no-label", decision.Key, $"{called} has an answer without words.");
        foreach (var label in Twice(decision.Answers.Select(answer => answer.Label)))
            yield return new Finding("decision.label-twice", decision.Key, $"{called} has the answer '{label}' more than once.");
        foreach (var key in Twice(decision.Answers.Select(answer => answer.Key)))
            yield return new Finding("decision.key-twice", decision.Key, $"{called} has two answers of the key '{key}'.");
        if (decision.Answers.Count > 1 && chart.ExitsOf(decision).Distinct().Count() == 1)
            yield return new Finding("decision.all-alike", decision.Key, $"All answers of {called} lead to the same place. It decides nothing.",
                Blocks: false);
    }

    private static IEnumerable<string> Twice(IEnumerable<string> words) => words
        .Where(word => word.Length > 0)
        .GroupBy(word => word, StringComparer.OrdinalIgnoreCase)
        .Where(same => same.Count() > 1)
        .Select(same => same.First());
}
