namespace Answerable.App.Import;

/// <summary>Text without control characters, which one of the databases cannot hold and no page can show.</summary>
internal static class Readable
{
    public static string Of(string text) => text.AsSpan().ContainsAnyInRange('\0', '\u001f')
        ? string.Create(text.Length, text, (span, from) =>
        {
            for (var place = 0; place < from.Length; place++)
                span[place] = from[place] is < ' ' and not '\t' and not '\n' ? ' ' : from[place];
        })
        : text;
}
