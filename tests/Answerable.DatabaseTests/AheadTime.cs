namespace Answerable.DatabaseTests;

/// <summary>The machine's own clock, which a test may put ahead instead of waiting.</summary>
public sealed class AheadTime : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(_ahead.TotalSeconds * TimestampFrequency);

    public void Pass(TimeSpan time) => _ahead += time;
}
