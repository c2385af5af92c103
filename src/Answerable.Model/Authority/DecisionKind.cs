namespace Answerable.Model.Authority;

/// <summary>A kind of decision that needs authority, such as <c>refund</c> or <c>goodwill</c>.</summary>
/// <param name="Money">Whether it is a matter of an amount.</param>
public sealed record DecisionKind(string Code, string Name, bool Money);
