using System.Globalization;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;

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
        _texts = [.. Enumerable.Range(0, Dimensions.Number).Select(_ => new List<string> { "" })];
        _numbers = [.. Enumerable.Range(0, Dimensions.Number).Select(_ => new Dictionary<string, ushort>(StringComparer.Ordinal))];
    }

    /// <summary>How many numbers a dimension uses, unknown included.</summary>
    public int Width(Dimension dimension) => dimension switch
    {
        Dimension.Kind => Enum.GetValues<FactKind>().Length,
        Dimension.Channel => Enum.GetValues<Channel>().Length,
        _ => _texts[(int)dimension].Count,
    };

    public ushort Number(Dimension dimension, string text)
    {
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
    public int? Find(Dimension dimension, string text) => dimension switch
    {
        Dimension.Kind => Enum.TryParse<FactKind>(text, ignoreCase: true, out var kind) ? (int)kind : null,
        Dimension.Channel => Enum.TryParse<Channel>(text, ignoreCase: true, out var channel) ? (int)channel : null,
        _ => text.Length == 0 ? 0 : _numbers[(int)dimension].TryGetValue(text, out var known) ? known : null,
    };

    public string Text(Dimension dimension, int number) => dimension switch
    {
        Dimension.Kind => ((FactKind)number).ToString(),
        Dimension.Channel => ((Channel)number).ToString(),
        _ => number < _texts[(int)dimension].Count
            ? _texts[(int)dimension][number]
            : throw new KeyNotFoundException(string.Create(CultureInfo.InvariantCulture, $"No {dimension} has the number {number}.")),
    };
}
