using System.Globalization;
using Answerable.Analysis.Rehearsal;
using Answerable.Simulation.Replications;
using Answerable.Web.Shared;
using CsvHelper;

namespace Answerable.Web.Rehearsal;

/// <summary>A table of figures of small designs: asked for as id, model, params, metric; answered as id, metric, estimate, standard_error.</summary>
internal static class DesignTable
{
    private static readonly string[] Columns = ["id", "model", "params", "metric"];

    /// <summary>Simulates every design asked about once and writes the answers in the order asked. Gives one sentence when something is
    /// wrong.</summary>
    public static string? Answer(TextReader asked, TextWriter answers, long seed, double relativeError, ReplicationPlan plan)
    {
        if (Read(asked, out var rows) is { } unreadable)
            return unreadable;
        var found = new Dictionary<Row, (double Value, double Error)>();
        foreach (var design in rows.GroupBy(row => (row.Model, row.Parameters)))
        {
            if (Simulate([.. design], found, seed, relativeError, plan) is { } problem)
                return problem;
        }
        Write(answers, rows, found);
        return null;
    }

    private static string? Simulate(
        IReadOnlyList<Row> rows, Dictionary<Row, (double, double)> found, long seed, double relativeError, ReplicationPlan plan)
    {
        var design = SmallDesign.Find(rows[0].Model, rows[0].Parameters, out var problem);
        if (design is null)
            return $"{rows[0]}, {problem}.";
        var unknown = rows.FirstOrDefault(row => !design.Figures.ContainsKey(row.Metric));
        if (unknown is not null)
            return $"{unknown}, column metric: {unknown.Model} has no figure \"{unknown.Metric}\"; it has {string.Join(", ", design.Figures.Keys)}.";
        var metrics = rows.Select(row => row.Metric).Distinct().ToArray();
        var study = SteadyStudy.Of(design.Scenario, [.. metrics.Select(metric => design.Figures[metric])], seed, relativeError, plan);
        if (study.Refusal is { } refusal)
            return $"{rows[0]}, column params: {refusal}.";
        foreach (var row in rows)
            found[row] = study.Figures[Array.IndexOf(metrics, row.Metric)] is var f ? (f.Value, f.StandardError) : default;
        return null;
    }

    private static string? Read(TextReader asked, out List<Row> rows)
    {
        rows = [];
        using var csv = CsvReader.Create(asked, leaveOpen: true);
        try
        {
            if (csv.Headers.Count == 0)
                return $"The table is empty; its first row must name the columns {string.Join(", ", Columns)}.";
            foreach (var column in Columns)
                if (!csv.TryGetFieldIndex(column, out _))
                    return $"Row 1: column {column} is missing; the table needs {string.Join(", ", Columns)}.";
            while (csv.Read())
            {
                var cells = Columns.Select(column => Cell(csv, column)).ToArray();
                if (Array.IndexOf(cells, "") is >= 0 and var empty)
                    return $"Row {csv.RowNumber + 1}: column {Columns[empty]} is empty.";
                rows.Add(new Row(csv.RowNumber + 1, cells[0], cells[1], cells[2], cells[3]));
            }
            return null;
        }
        catch (CsvFormatException malformed)
        {
            return $"Row {csv.RowNumber + 1} is not well-formed CSV: {malformed.Message}";
        }
    }

    private static string Cell(CsvReader csv, string column) =>
        csv.TryGetFieldIndex(column, out var at) && at < csv.FieldCount ? csv.GetString(at).Trim() : "";

    private static void Write(TextWriter answers, List<Row> rows, Dictionary<Row, (double Value, double Error)> found)
    {
        using var csv = CsvWriter.Create(answers, leaveOpen: true);
        foreach (var column in new[] { "id", "metric", "estimate", "standard_error" })
            csv.WriteField(column);
        csv.EndRecord();
        foreach (var row in rows)
        {
            csv.WriteField(CsvBody.Plain(row.Id));
            csv.WriteField(CsvBody.Plain(row.Metric));
            csv.WriteField(found[row].Value.ToString("R", CultureInfo.InvariantCulture));
            csv.WriteField(found[row].Error.ToString("R", CultureInfo.InvariantCulture));
            csv.EndRecord();
        }
    }

    private sealed record Row(long Number, string Id, string Model, string Parameters, string Metric)
    {
        public override string ToString() => $"Row {Number} ({Id})";
    }
}
