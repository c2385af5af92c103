using System.Globalization;
using Answerable.App.Import.Formats;
using Answerable.App.Import.Profiles;
using Answerable.Model.Import;

namespace Answerable.App.Import;

/// <summary>What a table's columns hold, as far as it says how they are written.</summary>
internal sealed class Glance(IReadOnlyList<ColumnSeen> columns)
{
    private static readonly string[] Dated = ["arrived", "answered", "ended"];

    public IReadOnlyList<ColumnSeen> Columns { get; } = columns;

    public ColumnSeen? this[string? name] => Columns.FirstOrDefault(column => column.Name == name);

    /// <param name="dates">The columns whose dates are looked at.</param>
    /// <param name="most">So many rows are looked at.</param>
    public static Glance At(ImportFile file, string? encoding, Delimited format, IEnumerable<string> columns, IReadOnlyCollection<string> dates,
        CancellationToken stop, int most = int.MaxValue)
    {
        using var opened = file.Open(encoding);
        var seen = columns.Distinct().Select(name => new ColumnSeen(name, dates.Contains(name))).ToList();
        foreach (var row in format.Read(opened.Text).Where(row => row.Fault is null && row.Aside is null).Take(most))
        {
            stop.ThrowIfCancellationRequested();
            foreach (var column in seen)
                if (row[column.Name] is { } value)
                    column.See(row.Line, value);
        }
        return new Glance(seen);
    }

    public static IReadOnlyCollection<string> DateColumns(GenericMapping mapping) =>
        [.. Dated.Select(field => mapping.Columns.GetValueOrDefault(field)).OfType<string>()];

    /// <summary>Whether most contacts came in a way in which people wait overnight.</summary>
    public bool OverDays(GenericMapping mapping)
    {
        if (!mapping.Columns.TryGetValue(Wording.Channel.Field, out var column))
            return GenericMapping.OverDays.Contains(mapping.Channel);
        var (ways, words) = (this[column]?.Values ?? [], new Meant(Wording.Channel, mapping));
        return ways.Where(way => words.Of(way.Key) is { } meant && GenericMapping.OverDays.Contains(meant)).Sum(way => way.Value.Count) * 2
            > ways.Sum(way => way.Value.Count);
    }
}

/// <summary>One column's different values, each with how often and where first.</summary>
internal sealed class ColumnSeen(string name, bool dates)
{
    private const int MostKept = 5000;

    public string Name { get; } = name;
    public Dictionary<string, (long Count, long Line)> Values { get; } = new(StringComparer.Ordinal);
    public DatesSeen Dates { get; } = new();

    public void See(long line, string value)
    {
        if (Values.TryGetValue(value, out var before))
            Values[value] = (before.Count + 1, before.Line);
        else if (Values.Count < MostKept)
            Values[value] = (1, line);
        if (dates)
            Dates.See(line, value);
    }

    /// <summary>The numbers that stand alone in it, the smallest first; of nought and less nothing is to be told.</summary>
    public List<decimal> Bare(bool comma) => [.. Values.Keys.Select(value => WrittenDuration.Bare(value, comma) ?? Small(value)).OfType<decimal>()
        .Where(number => number > 0).Order()];

    private static decimal? Small(string value) => value.Contains("E-", StringComparison.OrdinalIgnoreCase)
        && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
