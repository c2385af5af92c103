using Answerable.Model;
using Microsoft.AspNetCore.Components;

namespace Answerable.Web.Shared;

/// <summary>What every field has: its label, what helps, what was typed, and the refusal where it arises.</summary>
public abstract class FieldPart : ComponentBase
{
    [CascadingParameter] private IReadOnlyList<Refusal>? Around { get; set; }
    [Parameter, EditorRequired] public string Label { get; set; } = "";
    /// <summary>As the form calls it, such as "Form.Reason"; its last word is what a refusal names.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";
    /// <summary>Where two fields of one page bear the same name.</summary>
    [Parameter] public string? Id { get; set; }
    /// <summary>Quiet words beside the label.</summary>
    [Parameter] public string? Beside { get; set; }
    [Parameter] public string? Hint { get; set; }
    /// <summary>The browser asks for it before it sends.</summary>
    [Parameter] public bool Required { get; set; }
    /// <summary>It is marked as needed; whether it is there the server says.</summary>
    [Parameter] public bool Needed { get; set; }
    [Parameter] public IReadOnlyList<Refusal>? Refusals { get; set; }
    /// <summary>The field that a refusal names, where it is called otherwise.</summary>
    [Parameter] public string? RefusedAs { get; set; }
    /// <summary>The label is only heard.</summary>
    [Parameter] public bool Unseen { get; set; }
    [Parameter] public string? Class { get; set; }
    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Rest { get; set; }

    public string Own => Id ?? Word.ToLowerInvariant();
    public Refusal? Refused =>
        (Refusals ?? Around)?.FirstOrDefault(refusal => string.Equals(refusal.Field, RefusedAs ?? Word, StringComparison.OrdinalIgnoreCase));
    public string? DescribedBy => (Hint, Refused) switch
    {
        (null, null) => null,
        (null, _) => $"{Own}-refused",
        (_, null) => $"{Own}-hint",
        _ => $"{Own}-hint {Own}-refused",
    };

    private protected string? Invalid => Refused is null ? null : "true";
    private protected string? Asked => Needed ? "true" : null;
    private string Word => Name[(Name.LastIndexOf('.') + 1)..];
}
