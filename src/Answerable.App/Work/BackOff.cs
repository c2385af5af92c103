namespace Answerable.App.Work;

/// <summary>How long what went wrong rests before it is tried again: twice as long each time, up to the longest.</summary>
internal sealed record BackOff(TimeSpan First, TimeSpan Longest)
{
    private const int MostDoublings = 20;

    /// <param name="attempts">How often it was tried.</param>
    public TimeSpan After(int attempts) => TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Clamp(attempts - 1, 0, MostDoublings)));
}
