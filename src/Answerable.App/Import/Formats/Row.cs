namespace Answerable.App.Import.Formats;

/// <summary>One record of a file as it stands there: values by column, and the line it begins on.</summary>
internal abstract class Row(long line, string text)
{
    public long Line { get; } = line;

    /// <summary>The row as it stands in the file; masked before it is kept anywhere.</summary>
    public string Text { get; } = text;

    /// <summary>Why the row cannot be read at all, if it cannot.</summary>
    public virtual string? Fault => null;

    /// <summary>Why the row is no contact although nothing is wrong with it (a log's own business), if it is none.</summary>
    public virtual string? Aside => null;

    /// <summary>The value of a column, trimmed; null where the row has no such column or it is empty.</summary>
    public abstract string? this[string column] { get; }

    /// <summary>What a column holds, as a sentence begins: <c>Start is 'soon'</c>, <c>Start is empty</c>.</summary>
    public string Says(string column) => this[column] is { } value ? $"{column} is '{value}'" : $"{column} is empty";
}

/// <summary>A row that cannot be read, with the reason.</summary>
internal sealed class FaultyRow(long line, string text, string fault) : Row(line, text)
{
    public override string? Fault => fault;
    public override string? this[string column] => null;
}

/// <summary>A row that is in order but no contact, with what it is.</summary>
internal sealed class AsideRow(long line, string text, string aside) : Row(line, text)
{
    public override string? Aside => aside;
    public override string? this[string column] => null;
}

/// <summary>A row whose values were put together while reading.</summary>
internal sealed class GatheredRow(long line, string text, IReadOnlyDictionary<string, string> values) : Row(line, text)
{
    public override string? this[string column] => values.GetValueOrDefault(column);
}
