using System.CommandLine;
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
        "sl_abandons_counted_in", "sl_excl_short_abandons", "occupancy", "mean_queue",
    ];

    public static Command Create()
    {
        var from = TableVerb.In($"Queues, a row each: {string.Join(", ", Inputs)}. Families are B, C, A, K (finite lines) and D (fixed patience).");
        var to = TableVerb.Out();
        var verb = new Command("staff", "Computes waiting, abandonment, service levels and occupancy of queues, exactly.") { from, to };
        verb.SetAction(asked => TableVerb.Run(
            asked.GetRequiredValue(from), Inputs, asked.GetRequiredValue(to), [.. Inputs, .. Figures], rows => rows.Select(Answer)));
        return verb;
    }

    private static IReadOnlyList<object?> Answer(CsvRow row)
    {
        var design = Design(row);
        foreach (var fault in design.Faults())
            row.Refuse(fault.Field, fault.Sentence);
        return [.. Inputs.Select(column => row[column]), .. row.IsSound ? Cells(design.Figures()) : new object?[Figures.Length]];
    }

    private static QueueDesign Design(CsvRow row) => new(
        Family(row), new Load(row.Needed("calls_per_hour"), row.Needed("aht_s")), row.Count("agents"),
        row.OptionalCount("lines"), row.Optional("target_s"), row.Optional("patience_s"));

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
        figures.ServiceLevels?.ShortAbandonsExcluded, figures.Occupancy, figures.MeanQueue,
    ];
}
