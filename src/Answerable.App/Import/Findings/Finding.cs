namespace Answerable.App.Import.Findings;

/// <summary>Something true of some rows that whoever reads the figures should know.</summary>
/// <param name="Treated">What the import made of these rows.</param>
/// <param name="Samples">The first few of them.</param>
public sealed record Finding(string Code, string Title, string Treated, long Count, IReadOnlyList<Sample> Samples)
{
    /// <summary>How the codes of those begin that count rows left out for a word, before the field of the word.</summary>
    public const string UnsaidWord = "word-unsaid:";
    public const string AnotherNumber = "number-of-another";
}

/// <param name="Text">The row, masked.</param>
public sealed record Sample(long Line, string Text);
