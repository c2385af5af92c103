using Answerable.Model.Procedures;

namespace Answerable.Model.Conduct;

/// <summary>What is to guide contacts of a type.</summary>
/// <param name="Version">The version in force; none where contacts of the type are served freely.</param>
/// <param name="Known">What earlier contacts of the case noted under the version's own names.</param>
public sealed record Guide(string Type, GuideVersion? Version, IReadOnlyList<Noted> Known);

public sealed record GuideVersion(ProcedureId Procedure, int Number, Chart Chart);

/// <summary>The walk of a contact and the chart it follows.</summary>
public sealed record Guided(Walk Walk, Chart Chart);
