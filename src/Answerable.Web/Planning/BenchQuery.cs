using Answerable.App.Planning;
using Answerable.Model;

namespace Answerable.Web.Planning;

/// <summary>The setting an address holds, and the addresses of settings.</summary>
internal static class BenchQuery
{
    public static Outcome<BenchSetting> Read(IQueryCollection query) => BenchSetting.Read(Words(query));

    public static IReadOnlyDictionary<string, string> Words(IQueryCollection query) =>
        query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());

    public static string Url(SeriesId series, string words) => $"/workbench/{series}?{words}";

    /// <summary>The same setting on another day.</summary>
    public static string UrlOn(SeriesId series, BenchSetting setting, DateOnly day) => Url(series, (setting with { Day = day }).Text);
}
