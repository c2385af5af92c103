namespace Answerable.BrowserTests;

/// <summary>Which criterion of the standards a test shows to work; docs/standards.md is written from these.</summary>
/// <param name="title">A short title of our own: no sentence of a standard is quoted.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CriterionAttribute(string code, string title) : Attribute
{
    public string Code { get; } = code;
    public string Title { get; } = title;

    /// <summary>The address of the page where it is done.</summary>
    public string Page { get; set; } = "";

    /// <summary>The acts that do it.</summary>
    public Type[] Acts { get; set; } = [];
}
