using Answerable.Model;
namespace Answerable.App.Operations;

/// <summary>Spans of time and sizes in words for the page of the system's health.</summary>
public static class Spans
{
    private const long Kilo = 1024;

    public static string Words(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => $"{span.TotalMilliseconds:0} ms",
        { TotalSeconds: < 100 } => $"{span.TotalSeconds:0} s",
        { TotalMinutes: < 100 } => $"{span.TotalMinutes:0} min",
        { TotalHours: < 48 } => $"{span.TotalHours:0} h",
        _ => Counted.Of((long)span.TotalDays, "day"),
    };

    public static string Size(long bytes) => bytes switch
    {
        < Kilo * Kilo => $"{bytes / Kilo} KB",
        < Kilo * Kilo * Kilo => $"{bytes / (Kilo * Kilo)} MB",
        _ => $"{bytes / (double)(Kilo * Kilo * Kilo):0.0} GB",
    };
}
