namespace Answerable.App.Import.Profiles;

/// <summary>How a mapped table tells when, and how long.</summary>
internal static class MappedTimes
{
    public static AmongMoments? Moment(GenericMapping mapping, string field)
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

    /// <summary>Durations whose unit was assumed though their values look as if they may be another's.</summary>
    public static IEnumerable<Trap> Traps(GenericMapping mapping) =>
        mapping.UnitColumns.Where(field => mapping.Proposed?.GetValueOrDefault(field) == ProposedBy.Doubted).Select(field =>
            new Trap($"unit-assumed:{field}", $"{mapping.Columns[field]}: taken for {mapping.Units[field]}, though it may be minutes",
                $"Neither the heading nor the values tell. If they are minutes, say so: --units {field}=minutes, or the page's choice.",
                new Present(mapping.Columns[field])));

    /// <summary>The column that holds the time, or else what lies between the moments given.</summary>
    public static Lasting Lasting(GenericMapping mapping, string field, string? from = null, params IReadOnlyList<string> to)
    {
        if (mapping.Columns.TryGetValue(field, out var column))
            return new LastingIn(column, Comma: mapping.Decimals == "comma",
                Unit: GenericMapping.UnitNames[mapping.Units.GetValueOrDefault(field, "seconds")],
                OverDays: field == "wait" ? MappedWords.Came(mapping, GenericMapping.OverDays) : null);
        var ends = to.Select(name => Moment(mapping, name)).OfType<Moment>().ToList();
        return from is not null && Moment(mapping, from) is { } begins && ends.Count > 0
            ? new LastingFrom(begins, new FirstMoment(ends)) : new NoTime();
    }
}
