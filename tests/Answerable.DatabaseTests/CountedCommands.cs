using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Answerable.DatabaseTests;

/// <summary>The questions put to the database by what is done from here on, and by nothing that runs beside it.</summary>
internal sealed class CountedCommands : IDisposable
{
    private static readonly AsyncLocal<CountedCommands?> Current = new();
    private readonly ConcurrentQueue<string> _texts = new();

    private readonly Action<string>? _each;

    private CountedCommands(Action<string>? each) => (Current.Value, _each) = (this, each);

    public IReadOnlyCollection<string> Texts => _texts;

    /// <summary>Before anything is asked: a context nobody listened to does not look for a listener again for a second.</summary>
    [ModuleInitializer]
    internal static void Listen() => DiagnosticListener.AllListeners.Subscribe(new Listeners());

    /// <param name="each">Done with each question before it is put; the question waits for it.</param>
    public static CountedCommands Begin(Action<string>? each = null) => new(each);

    public void Dispose() => Current.Value = null;

    private void Hear(string text)
    {
        _texts.Enqueue(text);
        _each?.Invoke(text);
    }

    private sealed class Listeners : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData data)
                Current.Value?.Hear(data.Command.CommandText);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
