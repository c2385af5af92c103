using System.Collections.Concurrent;
using Answerable.App.Acts;
using Answerable.Model.People;
using Microsoft.Extensions.Logging;

namespace Answerable.App.Work;

/// <summary>
/// Has rounds noted: each fault, what takes long while it does, and what goes well once every few minutes, for some come every other second.
/// </summary>
internal sealed class RoundNotes(Dispatcher dispatcher, IEnumerable<IRound> rounds, TimeProvider time, ILogger<RoundNotes> log)
{
    public static readonly TimeSpan Often = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);
    private readonly string[] _known = [.. rounds.Select(round => round.Name)];
    private readonly ConcurrentDictionary<string, DateTimeOffset> _wentWell = new();

    /// <summary>Waits for a round, and says each minute that it is under way still.</summary>
    public async Task FollowAsync(IRound round, Task going, CancellationToken stop)
    {
        var begun = time.GetUtcNow();
        while (!going.IsCompleted && !stop.IsCancellationRequested)
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
            if (await Task.WhenAny(going, Task.Delay(Long, time, ended.Token)) != going && !stop.IsCancellationRequested)
                await TryNoteAsync(Of(round) with { Begun = begun }, stop);
            await ended.CancelAsync();
        }
        await going;
    }

    public async Task WentWellAsync(IRound round, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if (_wentWell.TryGetValue(round.Name, out var last) && now - last < Often)
            return;
        await dispatcher.DoAsync(Of(round), Actor.System, stop);
        _wentWell[round.Name] = now;
    }

    public Task BrokeOffAsync(IRound round, Exception broken, CancellationToken stop) =>
        TryNoteAsync(Of(round) with { Fault = broken.GetBaseException().GetType().Name }, stop);

    private NoteRound Of(IRound round) => new(round.Name, round.Every) { Known = _known };

    /// <summary>Until it was noted that it goes well again, that is news.</summary>
    private async Task TryNoteAsync(NoteRound note, CancellationToken stop)
    {
        _wentWell.TryRemove(note.Name, out _);
        try
        {
            await dispatcher.DoAsync(note, Actor.System, stop);
        }
        catch (Exception away)
        {
            log.LogDebug("How {Round} stands could not be noted: {Kind}", note.Name, away.GetType().Name);
        }
    }
}
