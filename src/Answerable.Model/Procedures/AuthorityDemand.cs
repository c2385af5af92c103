namespace Answerable.Model.Procedures;

/// <summary>The authority a step demands: a kind of decision, and the money field of the step that says how much.</summary>
public sealed record AuthorityDemand(string DecisionKind, string? AmountField = null);
