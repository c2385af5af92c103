using System.Globalization;
using Answerable.Model.People;

namespace Answerable.Model.Procedures.Comparison;

/// <summary>
/// A node taken apart into named pieces of text, so that two can be held side by side. How a way's target is named is the
/// caller's choice: by key to compare, by title to show.
/// </summary>
internal static class NodeParts
{
    public static IEnumerable<KeyValuePair<string, string>> Of(Node node, Func<string, string> name) => node switch
    {
        Step step => Shared(node).Concat(OfStep(step, name)),
        Decision decision => Shared(node).Concat(OfDecision(decision, name)),
        Ending ending => Shared(node).Concat(
        [
            new("Outcome", ending.Resolved ? "Resolved" : "Not resolved"),
            new("After the contact", ending.AfterContact),
        ]),
        _ => throw new InvalidOperationException($"No parts for {node.GetType().Name}."),
    };

    private static IEnumerable<KeyValuePair<string, string>> Shared(Node node) =>
        [new("Title", node.Title), new("Who", node.Who.Words())];

    private static IEnumerable<KeyValuePair<string, string>> OfStep(Step step, Func<string, string> name) =>
    [
        new("Approach", step.Guideline.Approach),
        new("Must", string.Join('\n', step.Guideline.Must)),
        new("Never", string.Join('\n', step.Guideline.Never)),
        new("Words to use", step.Guideline.Say),
        new("Must say", step.Guideline.MustSay),
        new("Knowledge", step.Guideline.Knowledge),
        new("Why", step.Guideline.Why),
        new("Fields", string.Join('\n', step.Fields.Select(Words))),
        new("Strictness", step.Strictness.Words()),
        new("Authority", step.Authority is { } demand ? Words(demand) : ""),
        new("Referral", step.Referral is { } point ? Words(point) : ""),
        new("Leads to", Way(name, step.Next)),
    ];

    private static IEnumerable<KeyValuePair<string, string>> OfDecision(Decision decision, Func<string, string> name) =>
    [
        new("Question", decision.Question),
        new("Hint", decision.Hint),
        new("Answers", string.Join('\n', decision.Answers.Select(answer => $"{answer.Label}: {Way(name, answer.Next)}"))),
    ];

    private static string Way(Func<string, string> name, string? next) => next is null ? "the step below" : name(next);

    private static string Words(Field field) =>
        field.Label + $" ({field.Name}, {field.Type.Words().ToLowerInvariant()}"
        + (field.Required ? ", required" : "") + (field.Personal ? ", personal" : "")
        + (field.NotPersonal is { } why ? $", not personal: {why}" : "")
        + (field.Choices.Count > 0 ? $": {string.Join(" / ", field.Choices)})" : ")");

    private static string Words(AuthorityDemand demand) =>
        demand.DecisionKind + (demand.AmountField is { } amount ? $", amount in {amount}" : "");

    private static string Words(ReferralPoint point) => string.Create(CultureInfo.InvariantCulture,
        $"To {point.To.Words().ToLowerInvariant()} within {Counted.Of(point.WithinMinutes, "minute")}. {point.When} {point.TellCustomer}").TrimEnd();
}
