namespace Answerable.DatabaseTests;

/// <summary>A clock that goes on only when a test says so.</summary>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan time) => _now += time;

    public void Set(DateTimeOffset now) => _now = now;
}
