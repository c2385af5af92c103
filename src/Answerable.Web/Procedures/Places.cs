using Answerable.Model.Procedures;

namespace Answerable.Web.Procedures;

/// <summary>The addresses of this module, in one place.</summary>
internal static class Places
{
    public static string Type(string code) => $"/contact-types/{code}";
    public static string Procedure(ProcedureId id) => $"/procedures/{id}";
    public static string Version(ProcedureId id, int version) => $"/procedures/{id}/versions/{version}";
    public static string Outline(ProcedureId id, int version, string? node = null) =>
        Version(id, version) + "/outline" + (node is null ? "" : $"?node={node}");

    /// <summary>The outline with the reader's place kept in the list, for what was done there.</summary>
    public static string List(ProcedureId id, int version, string? node) => Outline(id, version, node) + (node is null ? "" : "&from=list");
}
