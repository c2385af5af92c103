namespace Answerable.App.Import.Profiles;

/// <summary>A known weakness of a source's records: counted and shown as a finding, with what is made of such rows.</summary>
/// <param name="Code">Short and stable, for machines.</param>
/// <param name="Title">What is so of these rows.</param>
/// <param name="Treated">What the import makes of them.</param>
internal sealed record Trap(string Code, string Title, string Treated, Condition When);

/// <summary>A trap across rows: one agent's services that overlap by more than a moment.</summary>
/// <param name="Of">Whose services are compared.</param>
/// <param name="Tolerance">Milliseconds by which two services may overlap by the clocks' coarseness.</param>
internal sealed record OverlapTrap(string Code, string Title, string Treated, Condition When, Text Of, Moment Begins, Lasting Lasts, long Tolerance);

/// <summary>Rows that cannot be taken for what stands in a column.</summary>
/// <param name="Why">Said behind what stands there.</param>
/// <param name="Unsaid">Of which words nobody said what they mean, where that is why.</param>
internal sealed record Reject(Condition When, string Column, string Why, Wording? Unsaid = null);
