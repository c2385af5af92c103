using System.Collections.ObjectModel;
using System.CommandLine;
using Answerable.Model;

namespace Answerable.Web.CommandLine;

/// <summary>A verb that reads one CSV file and writes another, a row for a row.</summary>
internal static class TableVerb
{
    public static Option<string> In(string what) => new("--in") { Required = true, HelpName = "F.csv", Description = what };

    public static Option<string> Out() => new("--out") { Required = true, HelpName = "G.csv", Description = "The file to write." };

    /// <summary>
    /// Reads, answers and writes. Rows that cannot be answered are written with nothing in their figures, every reason goes to the
    /// error stream, and the verb has then failed.
    /// </summary>
    /// <param name="from">The file to read.</param>
    /// <param name="needed">The columns it must have.</param>
    /// <param name="to">The file to write.</param>
    /// <param name="columns">The columns to write.</param>
    /// <param name="answer">The rows to write; faults are noted on the rows read.</param>
    /// <param name="otherwise">Columns that may be missing or empty, and what stands there then.</param>
    public static int Run(
        string from, IReadOnlyList<string> needed, string to, IReadOnlyList<string> columns,
        Func<IReadOnlyList<CsvRow>, IEnumerable<IReadOnlyList<object?>>> answer, IReadOnlyDictionary<string, string>? otherwise = null)
    {
        var (table, refusal) = CsvTable.Read(from, needed, otherwise ?? ReadOnlyDictionary<string, string>.Empty);
        if (table is null)
            return Exit.Because(refusal!);
        CsvText.Write(to, columns, answer(table.Rows).ToList());
        return Report(table.Rows, to);
    }

    private static int Report(IReadOnlyList<CsvRow> rows, string to)
    {
        var unsound = rows.Where(row => !row.IsSound).ToList();
        foreach (var fault in unsound.SelectMany(row => row.Faults))
            Console.Error.WriteLine(fault);
        return unsound.Count == 0
            ? Exit.Done
            : Exit.Because($"{unsound.Count} of {Counted.Of(rows.Count, "row")} could not be computed; {to} has no figures for them.");
    }
}
