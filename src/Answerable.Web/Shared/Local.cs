using System.Globalization;

namespace Answerable.Web.Shared;

/// <summary>Dates, times, durations and money as people in the UK write them.</summary>
internal static class Local
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static DateTimeOffset In(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);
    public static string DateTime(DateTimeOffset instant) => In(instant).ToString("ddd d MMM yyyy, HH:mm", British);
    public static string Date(DateTimeOffset instant) => In(instant).ToString("ddd d MMM yyyy", British);
    public static string Date(DateOnly date) => date.ToString("ddd d MMM yyyy", British);
    public static string Time(DateTimeOffset instant) => In(instant).ToString("HH:mm", British);
    public static string Exact(DateTimeOffset instant) => In(instant).ToString("yyyy-MM-dd HH:mm:ss.fff zzz", CultureInfo.InvariantCulture);
    public static string Money(long pence) => (pence / 100m).ToString("C2", British);

    /// <summary>The start of a local day, as an instant.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>As "4 s", "3 min 20 s" or "2 h 5 min".</summary>
    public static string Duration(long milliseconds)
    {
        var span = TimeSpan.FromMilliseconds(milliseconds);
        return span.TotalMinutes < 1 ? $"{span.TotalSeconds:0} s"
            : span.TotalHours < 1 ? $"{(int)span.TotalMinutes} min {span.Seconds} s"
            : $"{(int)span.TotalHours} h {span.Minutes} min";
    }
}
