using Answerable.Model.Journal;

namespace Answerable.Model.Procedures;

/// <param name="Type">The hash of all of the type, so that another put in its place is found.</param>
[FactName("contact-type.defined")]
public sealed record ContactTypeDefined(string Code, [Typed] string Name, bool Routine, string? Type = null) : Fact;

/// <param name="What">The boundaries and properties that changed, by name.</param>
/// <param name="Type">The hash of all of the type as it is now.</param>
[FactName("contact-type.changed")]
public sealed record ContactTypeChanged(string Code, IReadOnlyList<string> What, string? Type = null) : Fact;

/// <param name="CopiedFrom">The version it began as a copy of, where it did.</param>
[FactName("procedure.drafted")]
public sealed record ProcedureDrafted(ProcedureId Procedure, string ContactType, int Version, int? CopiedFrom = null) : Fact;

/// <param name="What">What was done, in a sentence.</param>
/// <param name="Node">The key of the node it was done to.</param>
[FactName("version.edited")]
public sealed record VersionEdited(ProcedureId Procedure, int Version, [Typed] string What, string? Node = null) : Fact;

/// <param name="Chart">The hash of the chart as it was published, so that another put in its place is found.</param>
[FactName("version.published")]
public sealed record VersionPublished(ProcedureId Procedure, int Version, DateTimeOffset EffectiveFrom, string? Chart = null) : Fact;

[FactName("version.superseded")]
public sealed record VersionSuperseded(ProcedureId Procedure, int Version, int By) : Fact;

[FactName("version.withdrawn")]
public sealed record VersionWithdrawn(ProcedureId Procedure, int Version, [Typed] string Reason) : Fact;
