namespace Answerable.BrowserTests;

/// <summary>Which criterion of the standards a test shows to work; docs/standards.md is written from these.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CriterionAttribute(string code) : Attribute
{
    public string Code { get; } = code;

    /// <summary>The address of the page where it is done.</summary>
    public string Page { get; set; } = "";

    /// <summary>The acts that do it, and the readings that show it.</summary>
    public Type[] Acts { get; set; } = [];
}
