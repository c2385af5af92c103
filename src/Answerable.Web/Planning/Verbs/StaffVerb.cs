using System.CommandLine;
using Answerable.Analysis.Planning;
using Answerable.Analysis.Planning.Erlang;
using Answerable.Model;
using Answerable.Web.CommandLine;

namespace Answerable.Web.Planning;

/// <summary><c>staff</c>: the steady state of queues by Erlang B, C, A, finite lines and fixed patience.</summary>
internal static class StaffVerb
{
    private static readonly string[] Inputs =
        ["id", "family", "calls_per_hour", "aht_s", "agents", "lines", "target_s", "patience_s"];

    private static readonly string[] Figures =
    [
        "offered_erlangs", "p_block", "p_wait", "p_abandon", "mean_wait_all_s", "asa_answered_s", "sl_offered", "sl_answered",
        "sl_abandons_counted_in", "sl_excl_abandons_in_time", "sl_excl_short_abandons", "occupancy", "mean_queue",
    ];

    public static Command Create()
    {
        var from = TableVerb.In($"Queues, a row each: {string.Join(", ", Inputs)}. Families are B, C, A, K (finite lines) and D (fixed patience). "
            + "With --need a row has a column for each option below instead.");
        var (to, need) = (TableVerb.Out(), new Option<bool>("--need") { Description = "Says how many agents are needed for what is promised." });
        (from.Required, to.Required) = (false, false);
        Option<bool> json = new("--json") { Description = "Print the need of one queue as JSON." };
        var verb = new Command("staff",
            "Computes waiting, abandonment, service levels and occupancy of queues, exactly; with --need, how many agents they need.")
            { from, to, need };
        foreach (var option in StaffNeed.Asked)
            verb.Add(option);
        verb.Add(json);
        verb.SetAction(asked => Run(asked, asked.GetValue(need), asked.GetValue(from), asked.GetValue(to), asked.GetValue(json)));
        return verb;
    }

    private static int Run(ParseResult asked, bool need, string? from, string? to, bool json)
    {
        if (need)
            return StaffNeed.Run(asked, from, to, json);
        if (StaffNeed.Asked.FirstOrDefault(option => asked.GetValue(option) is not null) is { } needless)
            return Exit.Misused($"{needless.Name} is asked with --need.");
        return from is null || to is null
            ? Exit.Misused($"{(from is null ? "--in" : "--out")} is needed: the file to {(from is null ? "read" : "write")}.")
            : TableVerb.Run(from, Inputs, to, [.. Inputs, .. Figures], rows => rows.Select(Answer));
    }

    private static IReadOnlyList<object?> Answer(CsvRow row)
    {
        var design = Design(row);
        foreach (var fault in design.Faults())
            row.Refuse(fault.Field, fault.Sentence);
        return [.. Inputs.Select(column => row[column]), .. row.IsSound ? Cells(design.Figures()) : new object?[Figures.Length]];
    }

    private static QueueDesign Design(CsvRow row) => new(
        Family(row), LoadOf(row), row.Count("agents", Bounds.MostAgents),
        row.OptionalCount("lines", Bounds.MostLines), row.Optional("target_s"), row.Optional("patience_s"));

    /// <summary>The work of a row. Where nobody comes there may be no handling time to write.</summary>
    internal static Load LoadOf(CsvRow row) => row.Needed("calls_per_hour") switch
    {
        0 => new Load(0, row.Optional("aht_s") ?? 0),
        var calls => new Load(calls, row.Needed("aht_s")),
    };

    private static QueueFamily Family(CsvRow row)
    {
        if (ByName.Of<QueueFamily>(row["family"]) is { } family)
            return family;
        row.Refuse("family", $"\"{row["family"]}\" is not one of {string.Join(", ", Enum.GetNames<QueueFamily>())}");
        return default;
    }

    private static object?[] Cells(QueueFigures figures) =>
    [
        figures.OfferedErlangs, figures.Blocked, figures.Waits, figures.Abandons, figures.MeanWaitSeconds, figures.SpeedOfAnswerSeconds,
        figures.ServiceLevels?.OfOffered, figures.ServiceLevels?.OfAnswered, figures.ServiceLevels?.AbandonsCountedIn,
        figures.ServiceLevels?.AbandonsInTimeExcluded, figures.ServiceLevels?.ShortAbandonsExcluded, figures.Occupancy, figures.MeanQueue,
    ];
}
