using System.Globalization;
using Answerable.App.Centre;
using Answerable.Model.Centre;
using NodaTime;

namespace Answerable.Web.Shared;

/// <summary>
/// Dates and times by the centre's clock and amounts in its money, written as the pages' language writes them. Whose clock it is
/// is settled once a request, as the culture of a thread is; nothing here knows a place of its own.
/// </summary>
internal static class Local
{
    private static readonly AsyncLocal<CentreSettings?> OfRequest = new();
    private static CentreSettings _ofProcess = CentreSettings.Usual;

    /// <summary>The language the pages are written in. It says how a date is spelt, and nothing of where the centre is.</summary>
    public static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static CentreSettings Centre => OfRequest.Value ?? _ofProcess;
    public static Currency Currency => Centre.Currency;
    private static TimeZoneInfo Clock => TimeZoneInfo.FindSystemTimeZoneById(Centre.Zone);

    private static readonly string[] DayForms = ["yyyy-MM-dd", "d/M/yyyy"];

    /// <summary>What is said where a day could not be read.</summary>
    public const string DaysWritten = "Write a date as 09/10/2026, from 1900 to 2199.";

    /// <summary>A day as addresses and forms write it; none where it is not one a clock could reach from here.</summary>
    public static DateOnly? DayWritten(string? text) =>
        AnyDayWritten(text) is { Year: >= 1900 and < 2200 } day ? day : null;

    /// <summary>Any day there is, as addresses and forms write it: for acts that say themselves which days they take.</summary>
    public static DateOnly? AnyDayWritten(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>From here on a request is answered by the centre's clock and money. They are remembered, so that it seldom waits for them.</summary>
    public static void UseLocal(this WebApplication app)
    {
        var inForce = app.Services.GetRequiredService<CentreInForce>();
        app.Use((http, next) =>
        {
            // Who watches the server is answered whatever has become of the database.
            if (StayingUp.Watches(http))
                return next(http);
            if (inForce.Now is not { } centre)
                return OnceReadAsync(inForce, http, next);
            OfRequest.Value = centre;
            return next(http);
        });
    }

    private static async Task OnceReadAsync(CentreInForce inForce, HttpContext http, RequestDelegate next)
    {
        OfRequest.Value = await inForce.NowAsync();
        await next(http);
    }

    /// <summary>A process that serves one centre and no requests, as a verb does.</summary>
    public static void HereAlways(CentreSettings centre) => _ofProcess = centre;

    public static DateTimeOffset In(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Clock);
    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(In(instant).DateTime);
    public static string DateTime(DateTimeOffset instant) => In(instant).ToString("ddd d MMM yyyy, HH:mm", British);
    public static string Date(DateTimeOffset instant) => In(instant).ToString("ddd d MMM yyyy", British);
    public static string Date(DateOnly date) => date.ToString("ddd d MMM yyyy", British);
    public static string Time(DateTimeOffset instant) => In(instant).ToString("HH:mm", British);
    public static string Exact(DateTimeOffset instant) => In(instant).ToString("yyyy-MM-dd HH:mm:ss.fff zzz", CultureInfo.InvariantCulture);
    public static string Money(long minor) => Currency.Words(minor);

    /// <summary>The start of a local day, as an instant; where the clocks skip midnight, the first moment there is.</summary>
    public static DateTimeOffset StartOf(DateOnly day) =>
        DateTimeZoneProviders.Tzdb[Centre.Zone].AtStartOfDay(LocalDate.FromDateOnly(day)).ToDateTimeOffset().ToUniversalTime();

    /// <summary>As "4 s", "3 min 20 s" or "2 h 5 min".</summary>
    public static string Duration(long milliseconds)
    {
        var span = TimeSpan.FromMilliseconds(milliseconds);
        return span.TotalMinutes < 1 ? $"{span.TotalSeconds:0} s"
            : span.TotalHours < 1 ? $"{(int)span.TotalMinutes} min {span.Seconds} s"
            : $"{(int)span.TotalHours} h {span.Minutes} min";
    }
}
