using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Answerable.Analysis.Planning.Cover;

namespace Answerable.Web.Planning;

/// <summary>A plan as printed: <c>lower_bound</c> is proven for whole people, <c>lp_bound</c> is what splitting people would cost.</summary>
internal sealed record CoverReport(
    string Id, double Cost, double LowerBound, double LpBound, bool Proven, IReadOnlyList<CoverReport.Worked> Shifts,
    IReadOnlyList<int> AtWork)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Heads on one way of working, in intervals from the day's first.</summary>
    internal sealed record Worked(string Name, int Start, int End, int? MealStart, int Heads);

    public static CoverReport Of(CoverPlan plan) => new(
        plan.Day.Id, plan.Cost, plan.LowerBound, plan.RelaxedCost, plan.IsProven,
        [.. plan.Worked.Select(worked =>
            new Worked(worked.Shift.Kind.Name, worked.Shift.Start, worked.Shift.End, worked.Shift.MealStart, worked.Heads))],
        [.. Enumerable.Range(0, plan.Day.Required.Count).Select(plan.AtWork)]);

    /// <summary>One day as an object, several as a list.</summary>
    public static string InJson(IReadOnlyList<CoverReport> reports, bool isSeveral) =>
        isSeveral ? JsonSerializer.Serialize(reports, Json) : JsonSerializer.Serialize(reports[0], Json);

    public string InWords()
    {
        var proof = Proven ? "proven the least" : string.Create(CultureInfo.InvariantCulture, $"no plan costs less than {LowerBound}");
        var lines = Shifts.Select(shift =>
            $"  {shift.Heads,5} x {shift.Name} from {shift.Start} to {shift.End}{(shift.MealStart is { } meal ? $", meal at {meal}" : "")}");
        return string.Join('\n', lines.Prepend(string.Create(CultureInfo.InvariantCulture, $"{Id}: cost {Cost}, {proof}")));
    }
}
