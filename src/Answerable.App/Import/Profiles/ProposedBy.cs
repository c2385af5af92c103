namespace Answerable.App.Import.Profiles;

/// <summary>From what something of a mapping was taken that nobody said.</summary>
public static class ProposedBy
{
    public const string Heading = "heading";
    public const string Values = "values";

    /// <summary>As most systems write it; nothing in the file speaks for another.</summary>
    public const string Assumed = "assumed";

    /// <summary>As most systems write it, though the values look as if they may be another's: said as a finding.</summary>
    public const string Doubted = "doubted";

    /// <summary>It cannot be told, and is asked.</summary>
    public const string Asked = "asked";
}
