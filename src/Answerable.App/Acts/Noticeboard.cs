using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Answerable.App.Acts;

/// <summary>Carries notices from committed acts to the live pages that listen.</summary>
public sealed class Noticeboard
{
    private readonly ConcurrentDictionary<Channel<Notice>, string[]> _listeners = new();

    internal void Publish(IEnumerable<Notice> notices)
    {
        foreach (var notice in notices)
            foreach (var (listener, topics) in _listeners)
                if (topics.Contains(notice.Topic))
                    listener.Writer.TryWrite(notice);
    }

    /// <summary>A slow page loses old notices, never holds up the acts: it reads the present state anyway.</summary>
    public async IAsyncEnumerable<Notice> Listen(string[] topics, [EnumeratorCancellation] CancellationToken stop)
    {
        var channel = Channel.CreateBounded<Notice>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest });
        _listeners[channel] = topics;
        try
        {
            await foreach (var notice in channel.Reader.ReadAllAsync(stop))
                yield return notice;
        }
        finally
        {
            _listeners.TryRemove(channel, out _);
        }
    }
}
