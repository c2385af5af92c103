using System.Text;

namespace Answerable.App.Import.Formats;

/// <summary>A file's lines, none of which is longer in memory than it is asked for.</summary>
internal static class Lines
{
    /// <summary>The next line, or its beginning where it is longer than that; none at the end.</summary>
    public static (string Text, bool Cut)? Next(TextReader file, int longest)
    {
        var (sign, line, cut) = (file.Read(), new StringBuilder(), false);
        if (sign < 0)
            return null;
        for (; sign is >= 0 and not '\n' and not '\r'; sign = file.Read())
            if (line.Length < longest)
                line.Append((char)sign);
            else
                cut = true;
        if (sign == '\r' && file.Peek() == '\n')
            file.Read();
        return (line.ToString(), cut);
    }
}
