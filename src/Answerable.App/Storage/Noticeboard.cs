using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Answerable.App.Storage;

/// <summary>Carries notices from committed acts to the live pages that listen: those of other nodes too, as storage passes them on.</summary>
public sealed class Noticeboard
{
    // By topic, for every act tells something, and of all open pages few hear it.
    private readonly Dictionary<string, HashSet<Listener>> _listening = [];
    private readonly Lock _lock = new();

    /// <summary>Told of every notice before the act that it comes from is answered: for what is remembered here of what has just changed.</summary>
    internal event Action<Notice>? Told;

    /// <summary>Told of what was committed here, for who passes it on to other nodes.</summary>
    internal event Action<IReadOnlyCollection<Notice>>? Published;

    /// <summary>Tells what was committed here.</summary>
    internal void Publish(IReadOnlyCollection<Notice> notices)
    {
        Tell(notices);
        if (notices.Count > 0)
            Published?.Invoke(notices);
    }

    /// <summary>Tells this node alone, as what another one committed has been told of already.</summary>
    internal void Tell(IReadOnlyCollection<Notice> notices)
    {
        foreach (var notice in notices)
            Told?.Invoke(notice);
        ILookup<Listener, Notice> told;
        lock (_lock)
            told = notices.SelectMany(Those, (notice, heard) => (heard.Listener, Notice: notice with { Topic = heard.Topic }))
                .ToLookup(pair => pair.Listener, pair => pair.Notice);
        foreach (var heard in told)
            heard.Key.Hear(heard);
    }

    private IEnumerable<(Listener Listener, string Topic)> Those(Notice notice) => notice == Notice.LookAgain
        ? _listening.SelectMany(topic => topic.Value, (topic, listener) => (listener, topic.Key))
        : (_listening.GetValueOrDefault(notice.Topic) ?? []).Select(listener => (listener, notice.Topic));

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
        var listener = new Listener(gone => Close(gone, topics));
        lock (_lock)
            foreach (var topic in topics)
                if (!_listening.TryGetValue(topic, out var listening))
                    _listening[topic] = [listener];
                else
                    listening.Add(listener);
        return listener;
    }

    private void Close(Listener listener, string[] topics)
    {
        lock (_lock)
            foreach (var topic in topics)
                if (_listening.TryGetValue(topic, out var listening) && listening.Remove(listener) && listening.Count == 0)
                    _listening.Remove(topic);
    }

    public sealed class Listener : IDisposable
    {
        private readonly Action<Listener> _close;
        private readonly Channel<bool> _news = Channel.CreateBounded<bool>(1);
        private readonly Lock _lock = new();
        private OrderedDictionary<Notice, bool> _heard = [];

        internal Listener(Action<Listener> close) => _close = close;

        internal void Hear(IEnumerable<Notice> notices)
        {
            lock (_lock)
            {
                var silent = _heard.Count == 0;
                foreach (var notice in notices)
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
