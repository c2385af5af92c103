using System.Text;
using System.Text.Json;

namespace Answerable.Web.Shared;

/// <summary>A fault as the log tells it, with those it came from.</summary>
internal static class FaultTold
{
    private const string LeftOut = "(what it says may quote what was typed, and is left out)";

    public static string Of(Exception thrown)
    {
        var told = new StringBuilder();
        foreach (var fault in Chain(thrown))
        {
            if (told.Length > 0)
                told.Append("\n---> ");
            told.Append(fault.GetType().FullName).Append(": ").Append(Quotes(fault) ? LeftOut : fault.Message).Append('\n').Append(fault.StackTrace);
        }
        return told.ToString().TrimEnd();
    }

    /// <summary>What fails to read something says what it was given.</summary>
    private static bool Quotes(Exception fault) => fault
        is FormatException or ArgumentException or OverflowException or InvalidCastException or KeyNotFoundException or JsonException
        or BadHttpRequestException;

    private static IEnumerable<Exception> Chain(Exception thrown) => thrown is AggregateException all
        ? all.InnerExceptions.SelectMany(Chain).Prepend(thrown)
        : thrown.InnerException is { } inner ? Chain(inner).Prepend(thrown) : [thrown];
}
