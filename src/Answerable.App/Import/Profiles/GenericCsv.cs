using Answerable.App.Import.Formats;
using Answerable.Model;
using Answerable.Model.Centre;
using NodaTime;

namespace Answerable.App.Import.Profiles;

/// <summary>Any table with a heading, by the mapping its user gives.</summary>
internal static class GenericCsv
{
    public const string Name = "generic-csv";

    public static readonly string Title = "A table of your own (CSV)";
    public static readonly string About = "Any delimited table with a heading; you say which column holds what.";

    public static Outcome<Profile> From(GenericMapping mapping)
    {
        var refusals = Refusals(mapping).ToList();
        return refusals.Count > 0 ? refusals : Mapped(mapping);
    }

    private static IEnumerable<Refusal> Refusals(GenericMapping mapping)
    {
        foreach (var field in GenericMapping.Fields.Where(field => field.Needed && !mapping.Columns.ContainsKey(field.Name)))
            yield return new Refusal("import.column-needed", $"Say which column holds: {field.Title}.", field.Name);
        foreach (var unknown in mapping.Columns.Keys.Where(name => GenericMapping.Fields.All(field => field.Name != name)))
            yield return new Refusal("import.field-unknown",
                $"'{unknown}' is not a property of a contact; these are: {string.Join(", ", GenericMapping.Fields.Select(field => field.Name))}.",
                unknown);
        if (mapping.Zone.Length > 0 && DateTimeZoneProviders.Tzdb.GetZoneOrNull(mapping.Zone) is null)
            yield return new Refusal("import.zone-unknown",
                $"'{mapping.Zone}' is not a time zone; write one such as {CentreSettings.Usual.Zone}, or leave it empty for the centre's own.",
                "zone");
        if (mapping.Dates.Length > 0 && !GenericMapping.DateOrders.Contains(mapping.Dates))
            yield return new Refusal("import.dates-unknown",
                $"'{mapping.Dates}' is no way of writing dates; choose one of {string.Join(", ", GenericMapping.DateOrders)}.", "dates");
        foreach (var (field, unit) in mapping.Units.Where(pair => !GenericMapping.UnitNames.ContainsKey(pair.Value)))
            yield return new Refusal("import.unit-unknown",
                $"'{unit}' is no unit of {field}; choose one of {string.Join(", ", GenericMapping.UnitNames.Keys)}.", "units");
        foreach (var field in mapping.Units.Keys.Where(field => !mapping.UnitColumns.Contains(field)))
            yield return new Refusal("import.unit-field",
                $"The unit of '{field}' says nothing: no duration of that name is mapped to a column.", "units");
        if (mapping.Decimals.Length > 0 && !GenericMapping.DecimalMarks.Contains(mapping.Decimals))
            yield return new Refusal("import.decimals-unknown", $"'{mapping.Decimals}' parts no decimals; say point or comma.", "decimals");
        foreach (var wording in Wording.All)
            foreach (var (word, meaning) in mapping.Said(wording).Where(said => !wording.Meanings.Contains(said.Value)))
                yield return new Refusal("import.meaning-unknown",
                    $"'{meaning}' is nothing that '{word}' can mean; choose one of {string.Join(", ", wording.Meanings)}.", wording.Key);
        if (!Wording.ChannelNames.Contains(mapping.Channel))
            yield return new Refusal("import.channel-unknown",
                $"'{mapping.Channel}' is no channel; choose one of {string.Join(", ", Wording.ChannelNames)}.", "channel");
        if (!mapping.Columns.ContainsKey("answered") && !mapping.Columns.ContainsKey("answered-time")
            && !mapping.Columns.ContainsKey("outcome"))
            yield return new Refusal("import.outcome-needed",
                "Say which column holds the outcome, or when the contact was answered: without one nobody can tell handled from abandoned.",
                "outcome");
    }

    private static Profile Mapped(GenericMapping mapping) => new(Name, Title, About,
        new Delimited(mapping.Delimiter ?? ',') { Heading = mapping.Heading ?? 1, Loose = true, Own = Own(mapping) })
    {
        System = Profile.SystemOf(mapping),
        Encoding = mapping.Encoding,
        NeverRounded = true,
        Needed = [.. mapping.Columns.Values.Distinct()],
        Identity = [mapping.Columns["id"]],
        Zone = mapping.Zone,
        Arrived = MappedTimes.Moment(mapping, "arrived")!,
        Wait = MappedTimes.Lasting(mapping, "wait", "arrived", "answered", "ended"),
        Talk = MappedTimes.Lasting(mapping, "talk", "answered", "ended"),
        Hold = mapping.Columns.ContainsKey("hold") ? MappedTimes.Lasting(mapping, "hold") : new NeverKept(),
        Wrap = mapping.Columns.ContainsKey("wrap") ? MappedTimes.Lasting(mapping, "wrap") : new NeverKept(),
        Queue = TextOf(mapping, "queue"),
        Type = TextOf(mapping, "type"),
        Customer = TextOf(mapping, "customer"),
        Agent = TextOf(mapping, "agent"),
        Channels = MappedWords.Channels(mapping),
        Directions = MappedWords.Directions(mapping),
        Outcomes = MappedWords.Outcomes(mapping),
        OutcomeColumns = mapping.Columns.TryGetValue("outcome", out var outcome) ? [outcome] : [],
        Rejects = MappedWords.Rejects(mapping),
        Traps = [.. MappedWords.Traps(mapping), .. MappedTimes.Traps(mapping)],
    };

    /// <summary>The columns that every record has of its own: its number, when it came, how it ended.</summary>
    public static IReadOnlyList<string> Own(GenericMapping mapping) =>
    [
        .. new[]
        {
            mapping.Columns.GetValueOrDefault("id"),
            mapping.Columns.GetValueOrDefault("arrived"),
            mapping.Columns.GetValueOrDefault("outcome") ?? mapping.Columns.GetValueOrDefault("answered")
                ?? mapping.Columns.GetValueOrDefault("answered-time"),
        }.OfType<string>(),
    ];

    private static Text TextOf(GenericMapping mapping, string field) =>
        mapping.Columns.TryGetValue(field, out var column) ? new TextIn(column) : new NoText();
}
