using Answerable.Model;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Answerable.Web.Shared;

/// <summary>What every field has: its label, what helps, what was typed, and the refusal where it arises.</summary>
public abstract class FieldPart : ComponentBase
{
    [CascadingParameter] private IReadOnlyList<Refusal>? Around { get; set; }
    [CascadingParameter] private FormMappingContext? Sent { get; set; }
    [CascadingParameter] private ActForm? Within { get; set; }
    [Parameter, EditorRequired] public string Label { get; set; } = "";
    /// <summary>As the form calls it, such as "Form.Reason"; its last word is what a refusal names.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";
    /// <summary>Where two fields of one page bear the same name.</summary>
    [Parameter] public string? Id { get; set; }
    /// <summary>Quiet words beside the label.</summary>
    [Parameter] public string? Beside { get; set; }
    /// <summary>The key that leads to it, where the page has keys.</summary>
    [Parameter] public string? Press { get; set; }
    [Parameter] public string? Hint { get; set; }
    /// <summary>In what it is counted; stands behind the field.</summary>
    [Parameter] public string? Unit { get; set; }
    /// <summary>The browser asks for it before it sends.</summary>
    [Parameter] public bool Required { get; set; }
    /// <summary>It is marked as needed; whether it is there the server says.</summary>
    [Parameter] public bool Needed { get; set; }
    [Parameter] public IReadOnlyList<Refusal>? Refusals { get; set; }
    /// <summary>The field that a refusal names, where it is called otherwise; several with a space between.</summary>
    [Parameter] public string? RefusedAs { get; set; }
    /// <summary>The label is only heard.</summary>
    [Parameter] public bool Unseen { get; set; }
    /// <summary>Label and field stand in one line.</summary>
    [Parameter] public bool Inline { get; set; }
    [Parameter] public string? Class { get; set; }
    /// <summary>Classes of what is typed or chosen in, such as its width.</summary>
    [Parameter] public string? Look { get; set; }
    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Rest { get; set; }

    public string Own => Id ?? Word.ToLowerInvariant();
    public Refusal? Refused => Within?.Unread.FirstOrDefault(refusal => refusal.Field == Name) ?? (Refusals ?? Around)?.FirstOrDefault(IsHere);
    public string? DescribedBy => string.Join(' ', Describing()) is { Length: > 0 } ids ? ids : null;

    /// <summary>What was typed and could not be read: it stands there again.</summary>
    private protected string? Unread => Within is null ? null : Sent?.GetAttemptedValue(Within.Name, Name) ?? Sent?.GetAttemptedValue(Name);
    private protected string? Invalid => Refused is null ? null : "true";
    private protected string? Asked => Needed ? "true" : null;
    private protected string Looking(string usual) => Look is null ? usual : $"{usual} {Look}";
    private string Word => Name[(Name.LastIndexOf('.') + 1)..];

    protected override void OnInitialized()
    {
        if (Needed || Required)
            Within?.Need(Name);
    }

    private bool IsHere(Refusal refusal) => refusal.Field is { } named
        && (named == Name || (RefusedAs ?? Word).Split(' ').Contains<string>(named, StringComparer.OrdinalIgnoreCase));

    private IEnumerable<string> Describing()
    {
        if (Unit is not null)
            yield return $"{Own}-unit";
        if (Hint is not null)
            yield return $"{Own}-hint";
        if (Refused is not null)
            yield return $"{Own}-refused";
    }
}
