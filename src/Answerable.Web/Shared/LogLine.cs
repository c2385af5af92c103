using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Answerable.Model.Privacy;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Answerable.Web.Shared;

/// <summary>Whether a line of the log is an object of JSON.</summary>
internal sealed record LogForm(bool IsJson)
{
    public const string Text = "text";
    public const string Json = "json";
}

/// <summary>
/// A line of the log: when, how grave, who says it, what, and of which request. The framework quotes what it was asked in its faults: card data is
/// masked here too, and of faults that quote what they could not read only their kind and place are said.
/// </summary>
internal sealed class LogLine(TimeProvider time, LogForm form) : ConsoleFormatter(Name)
{
    public new const string Name = "answerable";
    private const string RequestScope = "RequestId";

    public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopes, TextWriter to)
    {
        if (Unopened.IsTold(entry.Category, entry.EventId, entry.Exception))
            return;
        var at = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        var words = CardMask.Apply(entry.Formatter(entry.State, entry.Exception));
        var fault = entry.Exception is { } thrown ? CardMask.Apply(FaultTold.Of(thrown)) : null;
        if (form.IsJson)
        {
            WriteJson(to, [("at", at), ("gravity", Gravity(entry.LogLevel)), ("from", entry.Category), ("says", words),
                ("request", Request(scopes)), ("fault", fault)]);
            return;
        }
        var request = Request(scopes) is { } id ? $" [{id}]" : "";
        to.WriteLine(CardMask.Apply($"{at} {Gravity(entry.LogLevel)} {entry.Category}{request}: {words}"));
        if (fault is not null)
            to.WriteLine(fault);
    }

    private static void WriteJson(TextWriter to, (string Name, string? Value)[] parts)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var (name, value) in parts)
                if (value is not null)
                    json.WriteString(name, value);
            json.WriteEndObject();
        }
        to.WriteLine(Encoding.UTF8.GetString(bytes.WrittenSpan));
    }

    /// <summary>The number of the request alone: its address holds ids, and what was searched for.</summary>
    private static string? Request(IExternalScopeProvider? scopes)
    {
        var found = new string?[1];
        scopes?.ForEachScope(static (scope, found) =>
        {
            if (scope is IReadOnlyList<KeyValuePair<string, object>> parts)
                found[0] ??= parts.FirstOrDefault(part => part.Key == RequestScope).Value as string;
        }, found);
        return found[0];
    }

    private static string Gravity(LogLevel level) => level switch
    {
        LogLevel.Critical => "critical",
        LogLevel.Error => "error",
        LogLevel.Warning => "warning",
        _ => "note",
    };
}
