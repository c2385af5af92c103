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

    private CountedCommands() => Current.Value = this;

    public IReadOnlyCollection<string> Texts => _texts;

    /// <summary>Before anything is asked: a context nobody listened to does not look for a listener again for a second.</summary>
    [ModuleInitializer]
    internal static void Listen() => DiagnosticListener.AllListeners.Subscribe(new Listeners());

    public static CountedCommands Begin() => new();

    public void Dispose() => Current.Value = null;

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
                Current.Value?._texts.Enqueue(data.Command.CommandText);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
