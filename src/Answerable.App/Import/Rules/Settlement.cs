using System.Globalization;
using Answerable.App.Import.Formats;
using Answerable.App.Import.Profiles;
using Answerable.Model;
using Answerable.Model.Import;

namespace Answerable.App.Import;

/// <summary>
/// What a mapping leaves open, settled by the whole file: what can be read in one way only is read so, and what can be read in two is asked back.
/// What would reject some rows and move others is stopped here, before anything is read by it.
/// </summary>
internal static class Settlement
{
    private const int LongestBeginning = 120;

    public sealed record Settled(Profile Profile, GenericMapping? Mapping, Glance? Glance = null);

    public static Outcome<Settled> Of(string profile, GenericMapping? mapping, ImportFile file, CancellationToken stop)
    {
        if (Written(mapping?.Encoding, file, stop) is { } unread)
            return unread;
        if (profile != GenericCsv.Name)
            return ShippedProfiles.Find(profile, mapping).Then<Settled>(shipped =>
                file.Misfit(shipped) is { } misfit ? misfit : new Settled(shipped, mapping));
        // What the mapping itself gets wrong is said first.
        return ShippedProfiles.Find(profile, mapping).Then(_ => Shaped(mapping!, file)).Then(shaped => GenericCsv.From(shaped).Then<Settled>(asTold =>
            file.Misfit(asTold) is { } misfit ? misfit
            : By(shaped, file, (Delimited)asTold.Format, stop)));
    }

    /// <summary>What parts the columns and where the heading stands, where the mapping does not say it.</summary>
    public static Outcome<GenericMapping> Shaped(GenericMapping mapping, ImportFile file)
    {
        if (file.Misfit(mapping.Encoding) is { } noText)
            return noText;
        var delimiter = mapping.Delimiter ?? Shape.Delimiter(Text);
        return mapping with { Delimiter = delimiter, Heading = mapping.Heading ?? Shape.Heading(Text, delimiter, [.. mapping.Columns.Values]) };

        TextReader Text() => file.Open(mapping.Encoding).Text;
    }

    /// <summary>Why the characters cannot be read as said, or as shown: bytes that are none are never read as something else in silence.</summary>
    public static Refusal? Written(string? encoding, ImportFile file, CancellationToken stop) =>
        Unknown(encoding) ?? (encoding is null || Characters.AreUtf8(encoding) ? Amiss(file, stop) : null);

    public static Refusal? Unknown(string? encoding) => encoding is null || Characters.Named(encoding) is not null ? null
        : new Refusal("import.encoding-unknown", $"'{encoding}' is no way of writing characters that is known here; "
            + $"say one such as {string.Join(", ", Characters.Offered.Select(one => one.Name))}.", "encoding");

    public static Refusal? Amiss(ImportFile file, CancellationToken stop) => file.Amiss(stop) is not var (line, text) ? null
        : new Refusal("import.encoding", $"Line {line.ToString(CultureInfo.InvariantCulture)} holds bytes that are not UTF-8. "
            + $"As Windows-1252 it reads: “{Beginning(text)}”. If that is right, choose it "
            + "(encoding: windows-1252); else choose the one that is.", "encoding");

    private static string Beginning(string text) => text.Length > LongestBeginning ? text[..LongestBeginning] : text;

    private static Outcome<Settled> By(GenericMapping mapping, ImportFile file, Delimited format, CancellationToken stop)
    {
        var dated = Glance.DateColumns(mapping);
        var look = Glance.At(file, mapping.Encoding, format, mapping.Columns.Values, dated, stop);
        var dates = DatesSeen.Of(dated.Select(column => look[column]!.Dates));
        if ((mapping.Dates.Length > 0 ? Contradiction(mapping.Dates, dates) : dates.OnlyWay() is null ? Asked(dates) : null) is { } refusal)
            return refusal;
        var filled = Filled(mapping, look, mapping.Dates.Length > 0 ? mapping.Dates : dates.OnlyWay()!);
        return Untold(filled, look) is { Count: > 0 } untold ? untold : new Settled(GenericCsv.From(filled).Value, filled, look);
    }

    /// <summary>With what the headings and values show put where nothing was said, and from what it came.</summary>
    public static GenericMapping Filled(GenericMapping mapping, Glance look, string dates)
    {
        var proposed = new Dictionary<string, string>(mapping.Proposed ?? new Dictionary<string, string>());
        if (mapping.Dates.Length == 0)
            proposed["dates"] = ProposedBy.Values;
        var (decimals, units) = (mapping.Decimals, new Dictionary<string, string>(mapping.Units));
        if (decimals.Length == 0)
            (decimals, proposed["decimals"]) = DecimalProposal.Of(Numbers(mapping, look));
        var overDays = look.OverDays(mapping);
        foreach (var field in mapping.UnitColumns.Where(field => !units.ContainsKey(field)))
            (units[field], proposed[field]) = look[mapping.Columns[field]] is { } column
                ? UnitProposal.Of(field, column, decimals == "comma", overDays && field == "wait") : ("seconds", ProposedBy.Assumed);
        return mapping with { Dates = dates, Decimals = decimals, Units = units, Proposed = proposed };
    }

    private static List<string> Numbers(GenericMapping mapping, Glance look) =>
        [.. mapping.UnitColumns.Select(field => look[mapping.Columns[field]]).OfType<ColumnSeen>().SelectMany(column => column.Values.Keys)];

    /// <summary>What neither headings nor values tell of the durations.</summary>
    private static List<Refusal> Untold(GenericMapping filled, Glance look)
    {
        if (filled.Proposed!.GetValueOrDefault("decimals") == ProposedBy.Asked)
            return [new("import.decimals-asked", $"Whether {Numbers(filled, look).Find(DecimalProposal.ReadsBothWays)} is more than a thousand or "
                + "has decimals, nothing in the file tells. Say which: decimals point or comma (--decimals).", "decimals")];
        return [.. filled.UnitColumns.Where(field => filled.Proposed!.GetValueOrDefault(field) == ProposedBy.Asked).Select(field =>
        {
            var column = look[filled.Columns[field]]!;
            var (value, seen) = column.Values.First(pair => WrittenDuration.Bare(pair.Key, filled.Decimals == "comma") is { Scale: > 0 });
            return new Refusal("import.units-asked", $"The numbers of {column.Name} (such as {value} in line "
                + $"{seen.Line.ToString(CultureInfo.InvariantCulture)}) may count seconds or minutes, and neither its heading nor its "
                + $"values tell. Say which: --units {field}=minutes, or {field}=seconds.", $"unit-{field}");
        })];
    }

    private static Refusal Asked(DatesSeen dates) => dates.OnlyDayFirst.Count > 0
        ? new Refusal("import.dates-mixed", $"Some dates can only be read day first ({Said(dates.OnlyDayFirst)}) and others only month first "
            + $"({Said(dates.OnlyMonthFirst)}). No order fits both: write them in one way first.", "dates")
        : new Refusal("import.dates-asked", $"The dates can be read day first or month first ({Said(dates.Either)}), and nothing in the file tells "
            + "which. Say which: dates day-first or month-first.", "dates");

    private static Refusal? Contradiction(string said, DatesSeen dates)
    {
        var (against, order, fits) = said switch
        {
            "day-first" => (dates.OnlyMonthFirst, "month-first", dates.OnlyDayFirst),
            "month-first" => (dates.OnlyDayFirst, "day-first", dates.OnlyMonthFirst),
            _ => (default, "", default),
        };
        return against.Count == 0 ? null
            : new Refusal("import.dates-other", $"Read {said}, {Counted.Of(against.Count, "date is none", "dates are none")} "
                + $"(such as {Said(against)}) and "
                + $"{Counted.Of(dates.Either.Count, "other", "others")} would stand on another day than they may mean. "
                + (fits.Count > 0 ? "Others fit that order alone: write them all in one way first."
                    : $"All of them can be read {order}: choose that."),
                "dates");
    }

    private static string Said(DatesSeen.Some some) => $"line {some.Line.ToString(CultureInfo.InvariantCulture)}: {some.Text}";
}
