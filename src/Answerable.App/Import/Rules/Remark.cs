using Answerable.Model.Privacy;

namespace Answerable.App.Import;

public enum RemarkKind
{
    Rejected = 0,
    Repaired = 1,
}

/// <summary>What was wrong with a row: why it was rejected, or what in it was repaired. The row's text is masked.</summary>
public sealed record Remark(RemarkKind Kind, long Line, string Reason, string Text)
{
    private const int LongestText = 2000;

    internal static string Masked(string text) => CardMask.Apply(Readable.Of(text));

    internal static Remark Of(RemarkKind kind, long line, string reason, string text)
    {
        var masked = Masked(text);
        return new Remark(kind, line, Masked(reason), masked.Length > LongestText ? masked[..LongestText] + " …" : masked);
    }
}
