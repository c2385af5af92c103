using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Answerable.Analysis.Planning;
using Answerable.Analysis.Planning.Erlang;
using Answerable.Web.CommandLine;

namespace Answerable.Web.Planning;

/// <summary><c>staff --need</c>: the fewest agents that attain what is promised, of one queue by options or of many by a file.</summary>
internal static class StaffNeed
{
    private static readonly (string Word, ServiceLevelDefinition Definition, string Words)[] Definitions =
    [
        ("offered", ServiceLevelDefinition.OfOffered, "F3, of all offered"),
        ("answered", ServiceLevelDefinition.OfAnswered, "F2, of those answered"),
        ("abandons_counted_in", ServiceLevelDefinition.AbandonsCountedIn, "F1, those who left within the target counted as served"),
        ("excl_abandons_in_time", ServiceLevelDefinition.AbandonsInTimeExcluded, "F4, of all but those who left within the target"),
        ("excl_short_abandons", ServiceLevelDefinition.ShortAbandonsExcluded, "F6, of all but those who left within --short-s"),
    ];

    // What the goals call a field where the file has a planner's word for it.
    private static readonly Dictionary<string, string> Columns =
        new() { ["service_level"] = "level", ["asa_s"] = "speed_s", ["abandons"] = "abandonment", ["goals"] = "level" };

    private static readonly string[] Figures =
        ["agents", "rostered", "offered_erlangs", "with_level", "with_speed_s", "with_abandonment", "with_occupancy"];

    /// <summary>What may be asked of a queue, an option each and a column each; it stands for every row that leaves its column empty.</summary>
    public static readonly IReadOnlyList<Option<string?>> Asked =
    [
        Of("calls_per_hour", "Contacts an hour."),
        Of("aht_s", "Mean handling time in seconds: talk, hold and after-contact work."),
        Of("patience_s", "Mean patience in seconds; without it nobody ever leaves (Erlang C)."),
        Of("level", "The share to answer within the target, such as 80% or 0.8; wants --target-s."),
        Of("target_s", "The target in seconds."),
        Of("definition",
            $"What the level is a share of: {string.Join("; ", Definitions.Select(known => $"{known.Word} ({known.Words})"))}. Offered unless said."),
        Of("short_s", "Who leaves within so many seconds is a short abandon; 5 unless said."),
        Of("speed_s", "The longest mean speed of answer in seconds."),
        Of("abandonment", "The largest share that may abandon, such as 5%; wants --patience-s."),
        Of("occupancy", "The largest share of time agents may be busy, such as 85%."),
        Of("shrinkage", "The share of paid time away from the position, such as 30%; none unless said."),
        Of("least", "The fewest agents at work whatever comes; 0 unless said."),
    ];

    private static string[] Inputs => ["id", .. Asked.Select(ColumnOf)];

    public static int Run(ParseResult asked, string? from, string? to, bool json)
    {
        var said = Asked.ToDictionary(ColumnOf, option => asked.GetValue(option) ?? "");
        if (from is null)
            return One(new CsvRow(1, 1, new Dictionary<string, string>(said) { ["id"] = "" }), json);
        return to is null
            ? Exit.Misused("--out is needed with --in: the file to write.")
            : TableVerb.Run(from, Inputs, to, [.. Inputs, .. Figures], rows => rows.Select(row =>
                (IReadOnlyList<object?>)[.. Inputs.Select(column => row[column]), .. Cells(row)]), said);
    }

    private static int One(CsvRow row, bool json)
    {
        var cells = Cells(row);
        if (!row.IsSound)
            return Exit.Misused(string.Join(Environment.NewLine,
                row.FaultsByColumn.Select(fault => $"--{fault.Key.Replace('_', '-')}: {fault.Value}.")));
        var found = Figures.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second);
        Console.WriteLine(json ? JsonSerializer.Serialize(found) : Words(found));
        return Exit.Done;
    }

    private static string Words(Dictionary<string, object?> found)
    {
        string?[] parts =
        [
            Said("with_level", "{0:0.0 %} within the target"), Said("with_speed_s", "{0:0.0} s mean speed of answer"),
            Said("with_abandonment", "{0:0.0 %} abandon"), Said("with_occupancy", "{0:0.0 %} of their time busy"),
        ];
        return $"{found["agents"]} agents at work, {found["rostered"]} to roster.{Environment.NewLine}With them: "
            + $"{string.Join(", ", parts.OfType<string>())}.";

        string? Said(string figure, string words) =>
            found[figure] is { } value ? string.Format(CultureInfo.InvariantCulture, words, value) : null;
    }

    private static object?[] Cells(CsvRow row)
    {
        var (load, patience, goals) = (StaffVerb.LoadOf(row), row.Optional("patience_s"), GoalsOf(row));
        foreach (var fault in goals.Faults())
            row.Refuse(Columns.GetValueOrDefault(fault.Field, fault.Field), fault.Sentence);
        if (goals.Abandons is not null && patience is null)
            row.Refuse("patience_s", "is needed with abandonment: without it nobody leaves");
        if (!row.IsSound)
            return new object?[Figures.Length];
        foreach (var fault in QueueOf(load, patience, 1, goals).Faults().Where(fault => fault.Field != "agents"))
            row.Refuse(fault.Field, fault.Sentence);
        if (!row.IsSound)
            return new object?[Figures.Length];
        var need = new StaffRequirement(goals, patience).Of(load);
        var figures = QueueOf(load, patience, need.Agents, goals).Figures();
        return [need.Agents, need.Rostered, figures.OfferedErlangs, figures.ServiceLevels?.By(DefinitionOf(goals)), figures.SpeedOfAnswerSeconds,
            figures.Abandons, figures.Occupancy];
    }

    private static ServiceLevelDefinition DefinitionOf(StaffingGoals goals) => goals.Service?.Definition ?? ServiceLevelDefinition.OfOffered;

    private static QueueDesign QueueOf(Load load, double? patience, int agents, StaffingGoals goals) => new(
        patience is null ? QueueFamily.C : QueueFamily.A, load, agents, null, goals.Service?.Seconds, patience)
    { ShortSeconds = goals.Service?.ShortSeconds ?? ServiceGoal.UsualShortSeconds };

    private static StaffingGoals GoalsOf(CsvRow row) => new()
    {
        Service = ServiceOf(row),
        SpeedOfAnswerSeconds = row.Optional("speed_s"),
        Abandons = row.Share("abandonment"),
        Occupancy = row.Share("occupancy"),
        Shrinkage = row.Share("shrinkage") ?? 0,
        Least = row.OptionalCount("least", Bounds.MostAgents) ?? 0,
    };

    private static ServiceGoal? ServiceOf(CsvRow row)
    {
        var definition = Definitions.FirstOrDefault(known => known.Word == row["definition"], Definitions[0]);
        if (row["definition"] is { Length: > 0 } named && named != definition.Word)
            row.Refuse("definition", $"\"{named}\" is not one of {string.Join(", ", Definitions.Select(known => known.Word))}");
        return row.Share("level") is { } level
            ? new ServiceGoal(level, row.Needed("target_s"), definition.Definition, row.Optional("short_s") ?? ServiceGoal.UsualShortSeconds)
            : null;
    }

    private static string ColumnOf(Option option) => option.Name[2..].Replace('-', '_');

    private static Option<string?> Of(string column, string words) => new($"--{column.Replace('_', '-')}") { Description = words };
}
