namespace Answerable.App.Import;

/// <summary>The lines of a file that has been gone through so far: how many, and how the present one begins.</summary>
internal sealed class LinesPassed(int longestBeginning)
{
    private readonly List<byte> _beginning = new(longestBeginning);
    private bool _returned;

    public long Line { get; private set; } = 1;

    public void Pass(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
            Begin(end < 0 ? bytes : bytes[..end]);
            if (end < 0)
                return;
            // A return and the feed behind it end one line.
            if (bytes[end] == '\n' && _returned && end == 0)
                _returned = false;
            else
                (Line, _returned) = (Line + 1, bytes[end] == '\r');
            _beginning.Clear();
            bytes = bytes[(end + 1)..];
        }
    }

    /// <summary>The present line's beginning, with so much of what follows as is its own.</summary>
    public byte[] BeginningWith(ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
        Begin(end < 0 ? rest : rest[..end]);
        return [.. _beginning];
    }

    private void Begin(ReadOnlySpan<byte> bytes)
    {
        _returned &= bytes.Length == 0;
        _beginning.AddRange(bytes[..Math.Min(bytes.Length, longestBeginning - _beginning.Count)]);
    }
}
