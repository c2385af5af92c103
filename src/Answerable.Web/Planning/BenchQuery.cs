using Answerable.App.Planning;
using Microsoft.AspNetCore.WebUtilities;

namespace Answerable.Web.Planning;

/// <summary>The setting an address holds, and the addresses of settings.</summary>
internal static class BenchQuery
{
    /// <summary>What an address asks of a series: one without a knob is the series as it was loaded, with the knobs it brought.</summary>
    public static string Asked(HttpRequest request, string? brought) =>
        request.Query.Count > 0 ? request.QueryString.Value!.TrimStart('?') : brought ?? "";

    public static IReadOnlyDictionary<string, string> Words(string asked) => Words(new QueryCollection(QueryHelpers.ParseQuery(asked)));

    public static IReadOnlyDictionary<string, string> Words(IQueryCollection query) =>
        query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());

    public static string Url(SeriesId series, string words) => $"/workbench/{series}?{words}";

    /// <summary>The same setting on another day.</summary>
    public static string UrlOn(SeriesId series, BenchSetting setting, DateOnly day) => Url(series, (setting with { Day = day }).Text);
}
