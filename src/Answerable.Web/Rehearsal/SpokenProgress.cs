using Answerable.Simulation.Replications;

namespace Answerable.Web.Rehearsal;

/// <summary>Says on the error stream how far a study has come, over and over on one line, when somebody is watching.</summary>
internal sealed class SpokenProgress : IProgress<Progress>
{
    private readonly Lock turn = new();
    private int said = -1;

    public static SpokenProgress? OnTerminal() => Console.IsErrorRedirected ? null : new SpokenProgress();

    public void Report(Progress value)
    {
        var share = 100 * value.Done / Math.Max(1, value.Wanted);
        lock (turn)
        {
            if (share == said)
                return;
            said = share;
            Console.Error.Write(value.Done == value.Wanted ? "\r                              \r" : $"\r{value.Done} of {value.Wanted} runs");
        }
    }
}
