using Answerable.Model.Procedures.Editing;

namespace Answerable.Web.Procedures;

/// <summary>A new line of the outline, as its form holds it.</summary>
public sealed class InsertForm
{
    public NodeKind Kind { get; set; }
    public string? Title { get; set; }
    public string? After { get; set; }
    public long Revision { get; set; }

    public InsertNode Edit() => new(Kind, Title ?? "", string.IsNullOrEmpty(After) ? null : After);
}
