namespace Answerable.App.Import.Findings;

/// <summary>Something true of some rows that whoever reads the figures should know.</summary>
/// <param name="Treated">What the import made of these rows.</param>
/// <param name="Samples">The first few of them.</param>
public sealed record Finding(string Code, string Title, string Treated, long Count, IReadOnlyList<Sample> Samples);

/// <param name="Text">The row, masked.</param>
public sealed record Sample(long Line, string Text);
