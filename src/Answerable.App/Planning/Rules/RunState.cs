
namespace Answerable.App.Planning;

/// <summary>Which long work: the same work is never under way twice.</summary>
public readonly record struct RunKey(string Text)
{
    public static RunKey OfForecast(SeriesId series) => new($"{series}/forecast");
    public static RunKey OfRehearsal(SeriesId series, string knobs) => new($"{series}/rehearsal?{knobs}");
    /// <summary>What the keys of all long work over a series begin with.</summary>
    internal static string AllOf(SeriesId series) => $"{series}/";
    public override string ToString() => Text;
}

public enum RunStage
{
    Waiting,
    Running,
    Finished,
    Stopped,
    Failed,
}

/// <summary>How far long work has come, as it stood when asked.</summary>
/// <param name="Doing">What it is doing, in words.</param>
/// <param name="Left">The time it will still take, going by the pace so far; nothing when that cannot be told.</param>
/// <param name="Sentence">Why it ended without a result.</param>
public sealed record RunState(RunKey Key, RunStage Stage, string Doing, int Done, int Wanted, TimeSpan? Left, string By, string? Sentence)
{
    public bool IsUnderWay => Stage is RunStage.Waiting or RunStage.Running;
}
