using System.CommandLine;
using Answerable.App.Import.Profiles;
using static Answerable.Web.Import.ImportOptions;

namespace Answerable.Web.Import;

/// <summary>The mapping that a command line asks for: of a file, or of its options; what options say goes before what the file says.</summary>
internal static class MappingAsked
{
    private static readonly (Wording Of, Option<string[]> Option)[] Worded =
        [(Wording.Outcome, Outcomes), (Wording.Channel, Channels), (Wording.Direction, Directions)];

    /// <returns>None where the command line says nothing of it; or what is wrong with it.</returns>
    public static (GenericMapping? Mapping, string? Wrong) Of(ParseResult asked)
    {
        var pairs = (asked.GetValue(Map) ?? []).Select(pair => pair.Split('=', 2)).ToList();
        var (mapped, of) = (pairs.Count > 0, asked.GetValue(MappingOf));
        if (pairs.Find(pair => pair.Length < 2) is { } half)
            return (null, $"'{half[0]}' is no mapping: write FIELD=COLUMN, such as arrived=\"Call start\".");
        if (pairs.GroupBy(pair => pair[0]).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return (null, $"'{twice.Key}' is mapped twice.");
        if (asked.GetValue(Delimiter) is not (null or "tab" or { Length: 1 }))
            return (null, "The delimiter is one character, or 'tab'.");
        if (mapped && of is not null)
            return (null, "Columns are mapped by --mapping or by --map, not by both.");
        if (!mapped && of is null && Idle(asked) is { } idle)
            return (null, $"{idle} says how mapped columns are read: map them with --map or --mapping.");
        if (of is null && !mapped)
            return ((asked.GetValue(Encoding), asked.GetValue(ImportOptions.System)) is (null, null) ? null
                : new GenericMapping { Encoding = asked.GetValue(Encoding), System = asked.GetValue(ImportOptions.System) ?? "" }, null);
        if (of is null)
            return Said(asked, new GenericMapping { Columns = pairs.ToDictionary(pair => pair[0], pair => pair[1]) });
        var read = MappingFile.Read(File.ReadAllText(of));
        return read.Allowed ? Said(asked, read.Value) : (null, $"{of}: {string.Join(" ", read.Refusals.Select(refusal => refusal.Text))}");
    }

    /// <summary>An option that says something of columns where none are mapped.</summary>
    private static string? Idle(ParseResult asked) =>
        new Option[] { Zone, Dates, Units, Decimals, Delimiter, Channel, Outcomes, Channels, Directions }
        .FirstOrDefault(option => asked.GetResult(option) is { Implicit: false })?.Name;

    private static (GenericMapping?, string?) Said(ParseResult asked, GenericMapping mapping)
    {
        foreach (var (wording, option) in Worded)
        {
            var words = new Dictionary<string, string>(mapping.Said(wording));
            foreach (var pair in asked.GetValue(option) ?? [])
                // A word may hold = itself.
                if (pair.LastIndexOf('=') is > 0 and var at && wording.Meanings.Contains(pair[(at + 1)..]))
                    words[pair[..at]] = pair[(at + 1)..];
                else
                    return (null, $"{option.Name}: '{pair}' does not say what a word means: write WORD=MEANING, with MEANING one of "
                        + $"{string.Join(", ", wording.Meanings)}.");
            mapping = mapping.Saying(wording, words);
        }
        var units = new Dictionary<string, string>(mapping.Units);
        foreach (var pair in (asked.GetValue(Units) ?? []).SelectMany(pairs => pairs.Split(',', StringSplitOptions.RemoveEmptyEntries)))
            if (pair.Split('=', StringSplitOptions.TrimEntries) is [var field, var unit] && mapping.UnitColumns.Contains(field)
                && GenericMapping.UnitNames.ContainsKey(unit))
                units[field] = unit;
            else
                return (null, Counts(pair, mapping.UnitColumns));
        return (mapping with
        {
            System = asked.GetValue(ImportOptions.System) ?? mapping.System,
            Units = units,
            Decimals = asked.GetValue(Decimals) ?? mapping.Decimals,
            Encoding = asked.GetValue(Encoding) ?? mapping.Encoding,
            Delimiter = asked.GetValue(Delimiter) switch { null => mapping.Delimiter, "tab" => '\t', { } sign => sign[0] },
            Zone = asked.GetValue(Zone) ?? mapping.Zone,
            Dates = asked.GetValue(Dates) ?? mapping.Dates,
            Channel = asked.GetValue(Channel) ?? mapping.Channel,
        }, null);
    }

    private static string Counts(string pair, IReadOnlyList<string> fields) => $"--units: '{pair}' does not say what a number counts: write "
        + $"FIELD=UNIT, with FIELD a duration that is mapped{(fields.Count > 0 ? $" ({string.Join(", ", fields)})" : "")} and UNIT one of "
        + $"{string.Join(", ", GenericMapping.UnitNames.Keys)}.";
}
