namespace Answerable.App.Import.Formats;

/// <summary>How a file falls into rows. Reading streams: a file is never whole in memory.</summary>
internal abstract record RowFormat
{
    /// <summary>Why the file is not of this format and profile at all, from its beginning; null when it may be.</summary>
    public abstract string? Misfit(TextReader beginning, IReadOnlyList<string> needed);

    public abstract IEnumerable<Row> Read(TextReader file);

    protected static string Listed(IEnumerable<string> words) => string.Join(", ", words);
}
