using System.Globalization;

namespace Answerable.Analysis.Measures;

/// <summary>
/// The names of each dimension, numbered from 1 as they first appear; 0 is unknown. Numbers are never given again.
/// At most 65,535 names a dimension; one more is an <see cref="OverflowException"/>.
/// </summary>
public sealed class Names
{
    private readonly List<string>[] _texts;
    private readonly Dictionary<string, ushort>[] _numbers;

    public Names()
    {
        _texts = [.. Dimensions.All.Select(_ => new List<string> { "" })];
        _numbers = [.. Dimensions.All.Select(_ => new Dictionary<string, ushort>(StringComparer.Ordinal))];
    }

    /// <summary>How many numbers a dimension uses, unknown included.</summary>
    public int Width(Dimension dimension) => dimension.IsNamed() ? _texts[(int)dimension].Count : dimension.FixedWidth();

    /// <summary>Every number a dimension knows a value for, unknown left out.</summary>
    public IEnumerable<int> Known(Dimension dimension) => dimension.IsNamed()
        ? Enumerable.Range(1, Width(dimension) - 1)
        : Enumerable.Range(0, Width(dimension))
            .Where(number =>
            dimension.Fixed(dimension.FixedText(number)) == number && dimension.FixedText(number) is { Length: > 0 } text && !char.IsDigit(text[0]));

    public ushort Number(Dimension dimension, string text)
    {
        if (!dimension.IsNamed())
            return (ushort)(dimension.Fixed(text) ?? throw new ArgumentException($"'{text}' is no {dimension}.", nameof(text)));
        if (text.Length == 0)
            return 0;
        var numbers = _numbers[(int)dimension];
        if (numbers.TryGetValue(text, out var known))
            return known;
        var texts = _texts[(int)dimension];
        var next = checked((ushort)texts.Count);
        texts.Add(text);
        numbers.Add(text, next);
        return next;
    }

    /// <summary>The number of a name without giving it one; null when it has none.</summary>
    public int? Find(Dimension dimension, string text) =>
        !dimension.IsNamed() ? dimension.Fixed(text)
        : text.Length == 0 ? 0
        : _numbers[(int)dimension].TryGetValue(text, out var known) ? known : null;

    public string Text(Dimension dimension, int number) =>
        !dimension.IsNamed() ? dimension.FixedText(number)
        : number < _texts[(int)dimension].Count ? _texts[(int)dimension][number]
        : throw new KeyNotFoundException(string.Create(CultureInfo.InvariantCulture, $"No {dimension} has the number {number}."));
}
