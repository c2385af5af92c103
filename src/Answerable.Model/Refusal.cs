namespace Answerable.Model;

/// <summary>Why something may not be done: a code for machines, a sentence for people, the field it stands at, the rule behind it.</summary>
/// <param name="Code">Dotted and stable, such as <c>authority.over-limit</c>.</param>
/// <param name="Text">A plain sentence that says what to do.</param>
/// <param name="Field">The form field or property the sentence belongs beside, if one.</param>
/// <param name="Rule">The reference of the rule that decided, if one.</param>
public sealed record Refusal(string Code, string Text, string? Field = null, string? Rule = null)
{
    public override string ToString() => Text;
}
