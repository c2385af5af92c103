using Answerable.Model.Authority;
using Answerable.Model.Procedures;

namespace Answerable.App.Procedures;

/// <summary>General procedures that ship with the product, for a centre to make its own.</summary>
internal static class StarterLibrary
{
    public static readonly IReadOnlyList<ProcedureDocument> All =
    [
        .. ProcedureDocument.In("Answerable.App.Procedures.Starters.").Select(ProcedureDocument.Read)
            .OrderBy(one => one.Type.Name, StringComparer.Ordinal),
    ];

    /// <summary>What their steps demand authority for. Limits are the centre's own.</summary>
    public static readonly IReadOnlyList<DecisionKind> Kinds = [new("refund", "Refund", true)];
}
