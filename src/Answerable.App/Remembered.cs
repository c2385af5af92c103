namespace Answerable.App;

/// <summary>Something read from the database and kept in memory; whoever asks says how old it may be. Many who ask at once share one
/// reading.</summary>
internal sealed class Remembered<T>(Func<Task<T>> read, TimeProvider time) where T : class
{
    private readonly Lock _gate = new();
    private volatile Held? _held;
    private Task<T>? _reading;

    private sealed record Held(T Value, long ReadAt);

    public ValueTask<T> NoOlderThanAsync(TimeSpan oldest) => HeldNoOlderThan(oldest) is { } value ? new(value) : new(ShareAsync());

    /// <summary>As it was at the moment given, or later: what had begun to be read before that may lack what was kept since.</summary>
    public async ValueTask<T> NotBeforeAsync(long moment)
    {
        while (_held is not { } held || held.ReadAt < moment)
            await ShareAsync();
        return _held!.Value;
    }

    /// <summary>Nothing where it would have to be read.</summary>
    public T? HeldNoOlderThan(TimeSpan oldest) => _held is { } held && time.GetElapsedTime(held.ReadAt) <= oldest ? held.Value : null;

    private Task<T> ShareAsync()
    {
        lock (_gate)
            return _reading is { IsCompleted: false } underWay ? underWay : _reading = ReadAsync();
    }

    private async Task<T> ReadAsync()
    {
        var readAt = time.GetTimestamp();
        var value = await read();
        _held = new Held(value, readAt);
        return value;
    }
}
