namespace Answerable.Model.Procedures.Checks;

/// <summary>Every step has a guideline.</summary>
internal static class StepChecks
{
    public static IEnumerable<Finding> Of(Chart chart, Step step)
    {
        var guideline = step.Guideline;
        if (guideline.Approach.Length == 0 && guideline.Must.Count == 0 && guideline.Say.Length == 0 && guideline.MustSay.Length == 0)
            yield return new Finding("step.no-guideline", step.Key,
                $"{chart.Called(step)} has no guideline. Write the preferred approach, what must be done, or the words to use.");
        else if (guideline.Approach.Length == 0)
            yield return new Finding("step.no-approach", step.Key, $"{chart.Called(step)} does not say the preferred approach.", Blocks: false);
        if (step.Strictness == Strictness.Strict && guideline.Why.Length == 0)
            yield return new Finding("step.strict-without-why", step.Key,
                $"{chart.Called(step)} may not be left out, but does not say why. Agents keep to what they understand.", Blocks: false);
    }
}
