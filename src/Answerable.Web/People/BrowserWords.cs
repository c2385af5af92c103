namespace Answerable.Web.People;

/// <summary>What somebody would call the browser they sign in with, to know it again among their sessions.</summary>
internal static class BrowserWords
{
    // In this order: most say that they are others too.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];
    private static readonly (string Mark, string Name)[] Systems =
        [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS", "Mac"), ("CrOS", "ChromeOS"),
            ("Linux", "Linux")];

    public static string Of(string agent)
    {
        string? Named((string Mark, string Name)[] known) =>
            known.Where(one => agent.Contains(one.Mark, StringComparison.Ordinal)).Select(one => one.Name).FirstOrDefault();
        return (Named(Browsers), Named(Systems)) switch
        {
            (null, null) => "A browser",
            ({ } browser, null) => browser,
            (null, { } system) => $"A browser on {system}",
            var (browser, system) => $"{browser} on {system}",
        };
    }
}
