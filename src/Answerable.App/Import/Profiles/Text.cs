using Answerable.App.Import.Formats;
using Answerable.Model.Privacy;

namespace Answerable.App.Import.Profiles;

/// <summary>How words are read from a row; null is "none".</summary>
internal abstract record Text
{
    public abstract string? Read(Row row);

    /// <summary>What is kept: masked, and cut to what a name may be.</summary>
    public string? Kept(Row row)
    {
        if (Read(row) is not { } text)
            return null;
        var masked = CardMask.Apply(Readable.Of(text));
        return masked.Length > Longest ? masked[..Longest] : masked;
    }

    private const int Longest = 200;
}

/// <summary>A column's words, save those by which the system means "none".</summary>
internal sealed record TextIn(string Column, params IReadOnlyList<string> None) : Text
{
    public override string? Read(Row row) => row[Column] is { } text && !None.Contains(text) ? text : null;
}

internal sealed record Always(string Words) : Text
{
    public override string? Read(Row row) => Words;
}

internal sealed record NoText : Text
{
    public override string? Read(Row row) => null;
}
