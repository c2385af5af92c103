using Answerable.Analysis.Planning;
using Answerable.Model;

namespace Answerable.App.Planning;

internal static class PlanningRefusals
{
    public const int LongestName = 120;

    public static readonly Refusal NoSuchSeries = new("not-found", "There is no such series here; somebody may have removed it.");
    public static readonly Refusal NoSuchScenario = new("not-found", "There is no such scenario here; somebody may have removed it.");
    public static readonly Refusal NoForecast = new("planning.no-forecast", "The forecast of this series has not been made yet. Make it first.");

    public static Refusal OfAnother(string what, string whose) => new("planning.of-another",
        $"{what} was put on the workbench by {(whose.Length > 0 ? whose : "somebody else")}. They can remove it, or a manager.");

    public static Refusal NameKnown(string what) => new("planning.name-known", $"There is a {what} of this name already.", "Name");

    public static IEnumerable<Refusal> OfName(string name)
    {
        if (name.Length == 0)
            yield return new Refusal("planning.name", "Give it a name.", "Name");
        if (name.Length > LongestName)
            yield return new Refusal("planning.name", $"A name has at most {LongestName} characters.", "Name");
    }

    /// <summary>The knobs' names as people read them, so that a sentence says which one.</summary>
    public static List<Refusal> Of(IEnumerable<Fault> faults) =>
        [.. faults.Select(fault => new Refusal($"planning.{fault.Field}", $"{Words(fault.Field)} {fault.Sentence}.", Field(fault.Field)))];

    private static string Field(string fault) => fault switch
    {
        "service_level" => "level",
        "target_s" => "within",
        _ => fault,
    };

    private static string Words(string fault) => fault switch
    {
        "demand" => "Demand",
        "aht" => "Handling time",
        "patience" => "Patience",
        "pay" => "Pay",
        "service_level" => "Service level (as a share)",
        "target_s" => "The seconds to answer within",
        "occupancy" => "The occupancy cap (as a share)",
        "shrinkage" => "Shrinkage (as a share)",
        _ => fault,
    };
}
