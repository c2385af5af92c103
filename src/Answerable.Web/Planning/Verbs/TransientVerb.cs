using System.CommandLine;
using Answerable.Analysis.Planning;
using Answerable.Analysis.Planning.Markov;
using Answerable.Web.CommandLine;

namespace Answerable.Web.Planning;

/// <summary><c>transient</c>: days of half-hours from an empty centre, exactly.</summary>
internal static class TransientVerb
{
    private static readonly string[] Inputs = ["case", "interval", "calls_per_hour", "agents"];

    private static readonly string[] Figures =
        ["offered", "p_wait", "abandons", "completions", "mean_queue", "mean_busy", "queue_at_end", "busy_at_end"];

    public static Command Create()
    {
        var from = TableVerb.In($"Half-hours, a row each: {string.Join(", ", Inputs)}. A case's intervals are 0, 1, 2 and so on.");
        var to = TableVerb.Out();
        Option<double> handling = new("--aht-s") { Required = true, Description = "Mean handling time in seconds." };
        Option<double> patience = new("--patience-s") { Required = true, Description = "Mean patience in seconds." };
        Option<double> interval = new("--interval-s") { DefaultValueFactory = _ => 1800, Description = "Length of an interval in seconds." };
        var shiftEnd = ShiftEndOption();
        var verb = new Command("transient", "Computes days whose demand and agents change by the half-hour, exactly.")
            { from, to, handling, patience, interval, shiftEnd };
        verb.SetAction(asked =>
        {
            double aht = asked.GetValue(handling), wait = asked.GetValue(patience), length = asked.GetValue(interval);
            var end = asked.GetValue(shiftEnd) == "preempt" ? ShiftEnd.Preempt : ShiftEnd.Exhaustive;
            foreach (var fault in TransientDay.Faults(aht, wait, length))
                return Exit.Misused($"--{fault.Field.Replace('_', '-')} {fault.Sentence}.");
            return TableVerb.Run(
                asked.GetRequiredValue(from), Inputs, asked.GetRequiredValue(to), [.. Inputs, .. Figures],
                rows => Answers(rows, () => new TransientDay(aht, wait, length, end)));
        });
        return verb;
    }

    private static Option<string> ShiftEndOption()
    {
        Option<string> option = new("--shift-end")
        {
            Required = true,
            Description = "exhaustive: an agent finishes the contact after the shift ends; preempt: it returns to the queue.",
        };
        return option.AcceptOnlyFromAmong("exhaustive", "preempt");
    }

    private static IEnumerable<IReadOnlyList<object?>> Answers(IReadOnlyList<CsvRow> rows, Func<TransientDay> day)
    {
        Dictionary<CsvRow, TransientFigures> figures = [];
        foreach (var @case in rows.GroupBy(row => row["case"]))
            Live(day(), [.. @case], figures);
        return rows.Select(row => (IReadOnlyList<object?>)
            [.. Inputs.Select(column => row[column]), .. figures.TryGetValue(row, out var lived) ? Cells(lived) : new object?[Figures.Length]]);
    }

    /// <summary>One case. A day with a faulty interval is not lived at all: what follows it would be wrong.</summary>
    private static void Live(TransientDay day, List<CsvRow> rows, Dictionary<CsvRow, TransientFigures> figures)
    {
        // Counted from 0, as the vectors do, or from 1.
        var first = rows[0]["interval"].Trim() == "1" ? 1 : 0;
        var intervals = rows.Select((row, place) => Interval(row, first + place)).ToList();
        if (rows.Find(row => !row.IsSound) is { } faulty)
        {
            foreach (var row in rows.Where(row => row.IsSound))
                row.Refuse("case", $"\"{row["case"]}\" cannot be computed because of row {faulty.Number}");
            return;
        }
        foreach (var (row, interval) in rows.Zip(intervals))
            if (row.IsSound && day.Next(interval) is { } lived)
                figures[row] = lived;
            else
            {
                foreach (var rest in rows.SkipWhile(rest => rest != row))
                    rest.Refuse("case", $"\"{row["case"]}\" has too many states to compute from row {row.Number} on; simulate it instead");
                return;
            }
    }

    private static TransientInterval Interval(CsvRow row, int number)
    {
        var interval = new TransientInterval(row.Needed("calls_per_hour"), row.Count("agents", Bounds.MostAgents));
        if (row.Count("interval", int.MaxValue) != number)
            row.Refuse("interval",
                $"is {row["interval"]} where case \"{row["case"]}\" needs {number}: intervals must follow one another from 0 or 1");
        foreach (var fault in interval.Faults())
            row.Refuse(fault.Field, fault.Sentence);
        if (interval is { Agents: 0, CallsPerHour: > 0 })
            row.Refuse("agents", "must be above zero where there are calls, not 0");
        return interval;
    }

    private static object?[] Cells(TransientFigures figures) =>
    [
        figures.Offered, figures.Waits, figures.Abandons, figures.Completions,
        figures.MeanQueue, figures.MeanBusy, figures.QueueAtEnd, figures.BusyAtEnd,
    ];
}
