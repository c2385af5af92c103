using Microsoft.Extensions.Time.Testing;

namespace Answerable.DatabaseTests;

/// <summary>
/// A clock that goes on only when a test says so, and then fires every timer that is due. How long something takes is still the machine's own, put
/// ahead by what has passed here: what holds the writer, and what is remembered for a second, is so in tests too.
/// </summary>
public sealed class ManualTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private TimeSpan _passed;

    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp() => System.GetTimestamp() + (long)(_passed.TotalSeconds * TimestampFrequency);

    public void Pass(TimeSpan time)
    {
        _passed += time;
        Advance(time);
    }

    /// <summary>A clock put back fires nothing.</summary>
    public void Set(DateTimeOffset now)
    {
        if (now >= GetUtcNow())
            Pass(now - GetUtcNow());
        else
            AdjustTime(now);
    }
}
