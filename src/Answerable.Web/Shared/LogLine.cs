using System.Globalization;
using Answerable.Model.Privacy;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Answerable.Web.Shared;

/// <summary>
/// A line of the log: when, how grave, who says it and what. The framework quotes what it was asked in its faults, so card data is masked here too.
/// </summary>
internal sealed class LogLine(TimeProvider time) : ConsoleFormatter(Name)
{
    public new const string Name = "answerable";

    public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopes, TextWriter to)
    {
        var words = entry.Formatter(entry.State, entry.Exception);
        to.Write(time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        to.WriteLine(CardMask.Apply($" {Gravity(entry.LogLevel)} {entry.Category}: {words}"));
        if (entry.Exception is { } fault)
            to.WriteLine(CardMask.Apply(fault.ToString()));
    }

    private static string Gravity(LogLevel level) => level switch
    {
        LogLevel.Critical => "critical",
        LogLevel.Error => "error",
        LogLevel.Warning => "warning",
        _ => "note",
    };
}
