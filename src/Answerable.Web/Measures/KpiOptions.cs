using System.CommandLine;
using Answerable.Analysis.Measures;
using Answerable.App.Measures;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;

namespace Answerable.Web.Measures;

/// <summary>What may be said to the kpi verb.</summary>
internal sealed class KpiOptions
{
    public Argument<string[]> Names { get; } = new("name")
    {
        Description = "The KPI's name, or several: all are then of one moment. 'kpi list' prints them.",
        Arity = ArgumentArity.OneOrMore,
    };
    public Option<DateOnly> From { get; } = new("--from") { Description = "The first local date, as 2026-10-01.", Required = true };
    public Option<DateOnly> To { get; } = new("--to") { Description = "The local date after the last.", Required = true };
    public Option<string?> Zone { get; } = new("--zone") { Description = "The time zone dates are in; else the centre's." };
    public Option<string?> Split { get; } = new("--split")
    {
        Description =
            "queue, type, channel, team, agent, version, kind, source or direction; month, week, day, hour, half-hour or quarter-hour; or one " +
            "of each with a comma.",
    };
    public Option<int?> Threshold { get; } = new("--threshold") { Description = "T, whole seconds." };
    public Option<int?> ShortAbandon { get; } = new("--short") { Description = "Short abandon, whole seconds." };
    public Option<int?> Window { get; } = new("--window") { Description = "Repeat window, 1 to 30 whole days." };
    public Option<int?> Version { get; } = new("--definition") { Description = "Read the whole period by this version of the definition." };
    public Option<string> Kind { get; } = new("--kind")
    {
        Description = "Kinds counted, with commas: live, imported, trial, drill, simulated, demo.",
        DefaultValueFactory = _ => "live,imported",
    };
    private readonly Dictionary<Dimension, Option<string?>> _only =
        new Dimension[] { Dimension.Queue, Dimension.Type, Dimension.Channel, Dimension.Team, Dimension.Agent, Dimension.Source,
            Dimension.Direction }
        .ToDictionary(dimension => dimension, dimension => new Option<string?>($"--{dimension.ToString().ToLowerInvariant()}")
        { Description = $"Only this {dimension.Words().ToLowerInvariant()}." });

    public IEnumerable<Option> All => [From, To, Zone, Split, Threshold, ShortAbandon, Window, Version, Kind, .. _only.Values];

    /// <summary>The questions, one a name, or a sentence that says what is wrong with them.</summary>
    public (IReadOnlyList<KpiFigures>? Asked, string? Wrong) Read(ParseResult given)
    {
        var split = Words(given.GetValue(Split)).Select(word => (Word: word, Dimension: KpiWords.Dimension(word), Interval: KpiWords.Interval(word)))
            .ToList();
        if (given.GetValue(Split) is { } nothing && split.Count == 0)
            return (null, $"Nothing can be split by '{nothing}'. {Split.Description}");
        if (split.Find(word => word.Dimension is null && word.Interval is null) is { Word: { } unknown })
            return (null, $"Nothing can be split by '{unknown}'. {Split.Description}");
        if (split.Count(word => word.Dimension is not null) > 1 || split.Count(word => word.Interval is not null) > 1)
            return (null, $"Split by one of a kind: {given.GetValue(Split)} names several. {Split.Description}");
        var kinds = Words(given.GetValue(Kind))
            .Select(word => (Word: word, Kind: ByName.Of<FactKind>(word))).ToList();
        if (kinds.Find(word => word.Kind is null) is { Word: { } strange })
            return (null, $"There is no kind '{strange}'. {Kind.Description}");
        if (kinds.Count == 0)
            return (null, $"There is no kind '{given.GetValue(Kind)}'. {Kind.Description}");
        return ([.. given.GetValue(Names)!.Select(name => new KpiFigures(name, given.GetValue(From), given.GetValue(To))
        {
            Zone = given.GetValue(Zone),
            Split = split.Select(word => word.Dimension).FirstOrDefault(dimension => dimension is not null),
            Interval = split.Select(word => word.Interval).FirstOrDefault(interval => interval is not null),
            Threshold = given.GetValue(Threshold),
            ShortAbandon = given.GetValue(ShortAbandon),
            Window = given.GetValue(Window),
            Version = given.GetValue(Version),
            Kinds = [.. kinds.Select(word => word.Kind!.Value)],
            Only = _only.Where(pair => given.GetValue(pair.Value) is not null).ToDictionary(pair => pair.Key, pair => given.GetValue(pair.Value)!),
        })], null);
    }

    private static string[] Words(string? text) => text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
