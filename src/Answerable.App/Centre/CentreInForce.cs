using Answerable.App.Storage;
using Answerable.Model.Centre;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Centre;

/// <summary>
/// The centre's settings as they are now, for all who cut days, show money or ask when it is open. Kept in memory a few seconds, as
/// another server or the command line may change them; this server's own change is seen at once.
/// </summary>
public sealed class CentreInForce
{
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(5);
    private readonly IDbContextFactory<AnswerableDb> _databases;
    private readonly TimeProvider _time;
    private readonly Remembered<CentreSettings> _remembered;
    private long? _changedAt;

    internal CentreInForce(IDbContextFactory<AnswerableDb> databases, TimeProvider time)
    {
        (_databases, _time) = (databases, time);
        _remembered = new Remembered<CentreSettings>(ReadAsync, time);
    }

    public ValueTask<CentreSettings> NowAsync() => Changed ? new(ReadAsync()) : _remembered.NoOlderThanAsync(Oldest);

    /// <summary>Nothing where they would have to be read, which they seldom have.</summary>
    public CentreSettings? Now => Changed ? null : _remembered.HeldNoOlderThan(Oldest);

    private bool Changed => _changedAt is { } at && _time.GetElapsedTime(at) <= Oldest;

    /// <summary>Everything in this centre is invented from here on, and it bears the invented place's name.</summary>
    internal async Task MarkDemoAsync(AnswerableDb db, string name, CancellationToken stop)
    {
        var row = await CentreRow.OfAsync(db, stop);
        (row.Name, row.Demo, row.Revision) = (name, true, row.Revision + 1);
        Changing();
    }

    /// <summary>A change is about to be committed here: until what is remembered has grown old, the row itself is read.</summary>
    internal void Changing() => _changedAt = _time.GetTimestamp();

    private async Task<CentreSettings> ReadAsync()
    {
        await using var db = await _databases.CreateDbContextAsync();
        return (await db.Set<CentreRow>().AsNoTracking().SingleAsync(row => row.Id == CentreRow.Only)).Read();
    }
}
