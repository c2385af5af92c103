namespace Answerable.Web.Shared;

/// <summary>How much of the navigation stands beside a page, and which of its groups somebody has folded.</summary>
internal static class Shell
{
    private const string Folded = "folded";
    private static readonly Entry[] Worked = [.. Modules.All.SelectMany(module => module.Entries).Where(entry => entry.Worked)];

    /// <summary>Where one works, only the icons stand beside the work; their words come when they are pointed at or reached by key.</summary>
    public static bool IsWork(PathString path) =>
        Array.Exists(Worked, entry => Navigation.IsCurrent(entry, path))
        || path.Value!.EndsWith("/outline", StringComparison.Ordinal) || path.Value.EndsWith("/walk", StringComparison.Ordinal);

    /// <summary>A cookie written as groups are folded remembers them, so that the page comes as it was left.</summary>
    public static bool IsFolded(HttpContext http, string group) => http.Request.Cookies[Folded]?.Split('.').Contains(group) == true;
}
