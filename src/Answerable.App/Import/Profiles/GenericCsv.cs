using Answerable.App.Import.Formats;
using Answerable.Model;
using Answerable.Model.Centre;
using Answerable.Model.Contacts;
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
        if (mapping.Decimals.Length > 0 && !GenericMapping.DecimalMarks.Contains(mapping.Decimals))
            yield return new Refusal("import.decimals-unknown", $"'{mapping.Decimals}' parts no decimals; say point or comma.", "decimals");
        if (!mapping.Columns.ContainsKey("answered") && !mapping.Columns.ContainsKey("answered-time")
            && !mapping.Columns.ContainsKey("outcome"))
            yield return new Refusal("import.outcome-needed",
                "Say which column holds the outcome, or when the contact was answered: without one nobody can tell handled from abandoned.",
                "outcome");
    }

    private static Profile Mapped(GenericMapping mapping) => new(Name, Title, About,
        new Delimited(mapping.Delimiter ?? ',') { Heading = mapping.Heading ?? 1, Loose = true, Own = Own(mapping) })
    {
        Encoding = mapping.Encoding,
        NeverRounded = true,
        Needed = [.. mapping.Columns.Values.Distinct()],
        Identity = [mapping.Columns["id"]],
        Zone = mapping.Zone,
        Arrived = MomentIn(mapping, "arrived")!,
        Wait = Time(mapping, "wait", "arrived", "answered", "ended"),
        Talk = Time(mapping, "talk", "answered", "ended"),
        Hold = mapping.Columns.ContainsKey("hold") ? Time(mapping, "hold") : new NeverKept(),
        Wrap = mapping.Columns.ContainsKey("wrap") ? Time(mapping, "wrap") : new NeverKept(),
        Queue = TextOf(mapping, "queue"),
        Type = TextOf(mapping, "type"),
        Customer = TextOf(mapping, "customer"),
        Agent = TextOf(mapping, "agent"),
        Channels = mapping.Columns.TryGetValue("channel", out var channel)
            ? [.. Enum.GetValues<Channel>().Select(known => ((Condition)new Is(channel, known.ToString()), known)), (new Ever(), Channel.Phone)]
            : [(new Ever(), Channel.Phone)],
        Outcomes = Outcomes(mapping),
        OutcomeColumns = mapping.Columns.TryGetValue("outcome", out var outcome) ? [outcome] : [],
        Traps = Traps(mapping),
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

    private static AmongMoments? MomentIn(GenericMapping mapping, string field)
    {
        var arrived = new WrittenIn(mapping.Columns["arrived"], mapping.Columns.GetValueOrDefault("arrived-time"), mapping.Dates);
        var all = new List<(string Name, WrittenIn? Own)>
            { ("arrived", arrived), ("answered", Written("answered")), ("ended", Written("ended")) }
            .FindAll(pair => pair.Own is not null);
        return all.Find(pair => pair.Name == field).Own is { } own ? new(own, [.. all.Select(pair => pair.Own!)]) : null;

        WrittenIn? Written(string name) =>
            (mapping.Columns.GetValueOrDefault(name), mapping.Columns.GetValueOrDefault($"{name}-time")) switch
            {
                (null, null) => null,
                var (date, time) => new(date, time, mapping.Dates, date is null ? arrived : null),
            };
    }

    /// <summary>The column that holds the time, or else what lies between the moments given.</summary>
    private static Lasting Time(GenericMapping mapping, string field, string? from = null, params IReadOnlyList<string> to)
    {
        if (mapping.Columns.TryGetValue(field, out var column))
            return new LastingIn(column, Comma: mapping.Decimals == "comma",
                Unit: GenericMapping.UnitNames[mapping.Units.GetValueOrDefault(field, "seconds")],
                OverDays: field == "wait" && mapping.Columns.TryGetValue("channel", out var channel)
                    ? new Is(channel, GenericMapping.OverDays) : null);
        var ends = to.Select(name => MomentIn(mapping, name)).OfType<Moment>().ToList();
        return from is not null && MomentIn(mapping, from) is { } begins && ends.Count > 0
            ? new LastingFrom(begins, new FirstMoment(ends)) : new NoTime();
    }

    private static Text TextOf(GenericMapping mapping, string field) =>
        mapping.Columns.TryGetValue(field, out var column) ? new TextIn(column) : new NoText();

    private static List<(Condition, ContactState)> Outcomes(GenericMapping mapping)
    {
        if (!mapping.Columns.TryGetValue("outcome", out var outcome))
            return [(new Present(mapping.Columns.GetValueOrDefault("answered") ?? mapping.Columns["answered-time"]), ContactState.Handled),
                (new Ever(), ContactState.Abandoned)];
        return
        [
            (new Means(outcome, mapping, "handled"), ContactState.Handled),
            (new Means(outcome, mapping, "abandoned"), ContactState.Abandoned),
            (new Means(outcome, mapping, "excluded"), ContactState.Excluded),
        ];
    }

    private static List<Trap> Traps(GenericMapping mapping)
    {
        var traps = new List<Trap>();
        if (mapping.Columns.TryGetValue("customer", out var customer))
            traps.Add(new("no-customer", "No customer", "Taken without a customer.", !new Present(customer)));
        if (mapping.Columns.TryGetValue("agent", out var agent) && Outcomes(mapping)[0] is var (handled, _))
            traps.Add(new("no-agent", "Handled, but no agent named", "Taken without an agent.", handled & !new Present(agent)));
        if (mapping.Columns.TryGetValue("channel", out var channel))
            traps.Add(new("channel-unknown", "A channel that is none of phone, email, chat, web, letter, social, visit", "Taken as phone.",
                !new Is(channel, [.. Enum.GetNames<Channel>()])));
        return traps;
    }
}
