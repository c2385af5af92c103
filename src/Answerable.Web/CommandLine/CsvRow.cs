using System.Globalization;

namespace Answerable.Web.CommandLine;

/// <summary>One row of a CSV file; remembers what is wrong with it.</summary>
/// <param name="number">Its number, from 1, the heading not counted.</param>
/// <param name="line">Its line in the file.</param>
/// <param name="cells">Its cells by column.</param>
internal sealed class CsvRow(int number, int line, IReadOnlyDictionary<string, string> cells)
{
    private readonly Dictionary<string, string> faults = [];

    public int Number => number;

    /// <summary>What is wrong, a sentence a column at fault, naming the row and the column.</summary>
    public IEnumerable<string> Faults => faults.Select(fault => $"row {number} (line {line}), column {fault.Key}: {fault.Value}.");

    /// <summary>The same as bare sentences, by column.</summary>
    public IReadOnlyDictionary<string, string> FaultsByColumn => faults;

    public bool IsSound => faults.Count == 0;

    public string this[string column] => cells[column];

    /// <summary>Notes what is wrong with a column, unless something is already.</summary>
    public void Refuse(string column, string sentence) =>
        faults.TryAdd(column, sentence);

    /// <summary>A number that must be there; not a number, and a fault, where it is not.</summary>
    public double Needed(string column) => Optional(column) ?? Missing(column);

    /// <summary>A number, or null for an empty cell.</summary>
    public double? Optional(string column)
    {
        if (cells[column].Length == 0)
            return null;
        if (double.TryParse(cells[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            return value;
        Refuse(column, $"\"{cells[column]}\" is not a number");
        return double.NaN;
    }

    /// <summary>A share written as such (0.8) or in per cent (80%), or null for an empty cell.</summary>
    public double? Share(string column)
    {
        var text = cells[column];
        if (text.Length == 0)
            return null;
        var inPercent = text.EndsWith('%');
        if (!double.TryParse(inPercent ? text[..^1] : text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            Refuse(column, $"\"{text}\" is not a share such as 0.8 or 80%");
        else if (!inPercent && value > 1)
            Refuse(column, $"{text} is more than the whole: write {text}% if per cent is meant");
        return inPercent ? value / 100 : value;
    }

    /// <summary>A whole number that must be there.</summary>
    public int Count(string column, int most) => OptionalCount(column, most) ?? (int)Missing(column, 0);

    /// <summary>A whole number, or null for an empty cell.</summary>
    /// <param name="most">What whoever asks can compute for.</param>
    public int? OptionalCount(string column, int most)
    {
        var value = Optional(column);
        if (value is null or double.NaN)
            return value is null ? null : 0;
        if (value == Math.Floor(value.Value) && Math.Abs(value.Value) <= most)
            return (int)value;
        Refuse(column, Math.Abs(value.Value) > most
            ? string.Create(CultureInfo.InvariantCulture, $"must be from 0 to {most:#,0}, not {cells[column]}")
            : $"must be a whole number, not {cells[column]}");
        return 0;
    }

    private double Missing(string column, double instead = double.NaN)
    {
        Refuse(column, "is empty");
        return instead;
    }
}
