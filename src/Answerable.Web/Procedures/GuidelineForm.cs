using Answerable.Model.Procedures;

namespace Answerable.Web.Procedures;

/// <summary>A guideline as a form holds it: lists as one line each.</summary>
public sealed class GuidelineForm
{
    public string? Approach { get; set; }
    public string? Must { get; set; }
    public string? Never { get; set; }
    public string? Say { get; set; }
    public string? MustSay { get; set; }
    public string? Knowledge { get; set; }
    public string? Why { get; set; }

    public static GuidelineForm Of(Guideline guideline) => new()
    {
        Approach = guideline.Approach,
        Must = string.Join('\n', guideline.Must),
        Never = string.Join('\n', guideline.Never),
        Say = guideline.Say,
        MustSay = guideline.MustSay,
        Knowledge = guideline.Knowledge,
        Why = guideline.Why,
    };

    public Guideline Guideline() => new()
    {
        Approach = Approach ?? "",
        Must = Lines(Must),
        Never = Lines(Never),
        Say = Say ?? "",
        MustSay = MustSay ?? "",
        Knowledge = Knowledge ?? "",
        Why = Why ?? "",
    };

    internal static IReadOnlyList<string> Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
