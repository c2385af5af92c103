using System.CommandLine;
using Answerable.Analysis.Planning.Markov;
using Answerable.Web.CommandLine;

namespace Answerable.Web.Planning;

/// <summary><c>steady</c>: exact long-run figures of small designs.</summary>
internal static class SteadyVerb
{
    private static readonly string[] Inputs = ["id", "model", "params", "metric"];

    public static Command Create()
    {
        var from = TableVerb.In(
            $"Figures wanted, a row each: {string.Join(", ", Inputs)}. Models are {string.Join(", ", SteadyModels.Names)}; params are " +
            $"name=value;name=value.");
        var to = TableVerb.Out();
        var verb = new Command("steady", "Computes exact long-run figures of small designs: priorities, two skills, redial, callback.") { from, to };
        verb.SetAction(asked => TableVerb.Run(
            asked.GetRequiredValue(from), Inputs, asked.GetRequiredValue(to), ["id", "metric", "value"], Answers));
        return verb;
    }

    /// <summary>Rows that ask about the same design share its solution.</summary>
    private static IEnumerable<IReadOnlyList<object?>> Answers(IReadOnlyList<CsvRow> rows)
    {
        Dictionary<(string, string), Solution> solved = [];
        foreach (var row in rows)
        {
            if (!solved.TryGetValue((row["model"], row["params"]), out var solution))
                solved[(row["model"], row["params"])] = solution = Solve(row["model"], row["params"]);
            yield return [row["id"], row["metric"], Answer(row, solution)];
        }
    }

    /// <summary>A design's figures, or the columns at fault.</summary>
    private sealed record Solution(IReadOnlyDictionary<string, double> Figures, IReadOnlyList<(string Column, string Sentence)> Faults);

    private static Solution Solve(string model, string parameters)
    {
        var (design, faults) = SteadyModels.Read(model, parameters);
        if (design is null)
            return new Solution(new Dictionary<string, double>(), [.. faults.Select(fault => (fault.Field, fault.Sentence))]);
        return design.Figures() is { } figures
            ? new Solution(figures, [])
            : new Solution(new Dictionary<string, double>(), [("params", "describe a design with too many states to solve; simulate it instead")]);
    }

    private static double? Answer(CsvRow row, Solution solution)
    {
        foreach (var (column, sentence) in solution.Faults)
            row.Refuse(column, sentence);
        if (!row.IsSound)
            return null;
        if (solution.Figures.TryGetValue(row["metric"], out var value))
            return value;
        row.Refuse("metric", $"\"{row["metric"]}\" is not one of {string.Join(", ", solution.Figures.Keys)}");
        return null;
    }
}
