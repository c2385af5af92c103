using System.Text;

namespace Answerable.App.Import.Formats;

/// <summary>Cuts a stream into its outermost JSON objects, so that one broken record does not spoil those after it.</summary>
internal static class JsonSplitter
{
    private const int LongestRecord = 1_000_000;

    public static IEnumerable<(long Line, string Text, string? Fault)> Split(TextReader file)
    {
        var (line, begins, depth) = (1L, 1L, 0);
        var (inString, escaped) = (false, false);
        var record = new StringBuilder();
        foreach (var character in Characters(file))
        {
            if (character == '\n')
                line++;
            if (depth == 0)
            {
                if (char.IsWhiteSpace(character) || character is '[' or ']' or ',' or '\uFEFF')
                    continue;
                begins = line;
                if (character != '{')
                {
                    yield return (begins, character.ToString(),
                        $"'{character}' stands where a record should begin with '{{'; nothing after it was read.");
                    yield break;
                }
            }
            record.Append(character);
            if (record.Length > LongestRecord)
            {
                yield return (begins, record.ToString(0, 200),
                    $"The record is longer than {LongestRecord:N0} characters; nothing after it was read.");
                yield break;
            }
            if (inString)
            {
                (inString, escaped) = (escaped || character != '"', !escaped && character == '\\');
                continue;
            }
            inString = character == '"';
            depth += character switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth > 0)
                continue;
            yield return (begins, record.ToString(), null);
            record.Clear();
        }
        if (record.Length > 0)
            yield return (begins, record.ToString(), "The record never ends: the file breaks off inside it.");
    }

    private static IEnumerable<char> Characters(TextReader file)
    {
        var block = new char[16_384];
        for (var read = file.Read(block); read > 0; read = file.Read(block))
            for (var place = 0; place < read; place++)
                yield return block[place];
    }
}
