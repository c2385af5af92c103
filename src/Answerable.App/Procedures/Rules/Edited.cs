namespace Answerable.App.Procedures;

/// <summary>What an edit came to.</summary>
/// <param name="Revision">The version's revision now, for the next form.</param>
/// <param name="Node">The node to look at next.</param>
public sealed record Edited(long Revision, string? Node);
