using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Answerable.App.Storage;

/// <summary>Carries notices from committed acts to the live pages that listen.</summary>
public sealed class Noticeboard
{
    private readonly ConcurrentDictionary<Listener, byte> _listeners = new();

    internal void Publish(IReadOnlyCollection<Notice> notices)
    {
        foreach (var (listener, _) in _listeners)
            listener.Hear(notices);
    }

    /// <summary>
    /// Each notice once, however often it was told since the last was taken: a slow page misses none, holds up no act, and is not told the same twice
    /// over.
    /// </summary>
    public async IAsyncEnumerable<Notice> Listen(string[] topics, [EnumeratorCancellation] CancellationToken stop)
    {
        using var listener = Open(topics);
        while (true)
            foreach (var notice in await listener.HeardAsync(stop))
                yield return notice;
    }

    /// <summary>Listens from now on, so that one who then looks how things stand misses nothing that comes meanwhile.</summary>
    public Listener Open(string[] topics)
    {
        var listener = new Listener(topics, gone => _listeners.TryRemove(gone, out _));
        _listeners[listener] = 0;
        return listener;
    }

    public sealed class Listener : IDisposable
    {
        private readonly string[] _topics;
        private readonly Action<Listener> _close;
        private readonly Channel<bool> _news = Channel.CreateBounded<bool>(1);
        private readonly Lock _lock = new();
        private OrderedDictionary<Notice, bool> _heard = [];

        internal Listener(string[] topics, Action<Listener> close) => (_topics, _close) = (topics, close);

        internal void Hear(IReadOnlyCollection<Notice> notices)
        {
            lock (_lock)
            {
                var silent = _heard.Count == 0;
                foreach (var notice in notices)
                    if (_topics.Contains(notice.Topic))
                        _heard.TryAdd(notice, true);
                if (silent && _heard.Count > 0)
                    _news.Writer.TryWrite(true);
            }
        }

        public async Task<IReadOnlyCollection<Notice>> HeardAsync(CancellationToken stop)
        {
            await _news.Reader.ReadAsync(stop);
            lock (_lock)
            {
                var heard = _heard.Keys;
                _heard = [];
                return heard;
            }
        }

        public void Dispose() => _close(this);
    }
}
