using System.Text.Json;

namespace Answerable.BrowserTests;

/// <summary>Runs axe over the page as it stands and says each violation in a line.</summary>
internal static class Axe
{
    private static readonly string Script = File.ReadAllText(Find());

    public static async Task AssertNoneAsync(Visit visit) => Assert.Equal("", string.Join("\n", await ViolationsAsync(visit)));

    private static async Task<IReadOnlyList<string>> ViolationsAsync(Visit visit)
    {
        await visit.Page.EvaluateAsync(Script);
        await visit.Page.EvaluateAsync("() => Promise.allSettled(document.getAnimations().map(one => one.finished))");
        var found = await visit.Page.EvaluateAsync<JsonElement>("""
            async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
                .violations.map(v => `${v.id}: ${v.help} (${v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | ')})`)
            """);
        return [.. found.EnumerateArray().Select(line => line.GetString()!), .. await LowLinksAsync(visit)];
    }

    /// <summary>axe lets a low link pass where enough room happens to be about it, which hangs on what the page shows that day.</summary>
    private static Task<string[]> LowLinksAsync(Visit visit) => visit.Page.EvaluateAsync<string[]>("""
        () => Array.from(document.querySelectorAll('#main a[href]')).filter(link => link.getClientRects().length > 0)
            .filter(link => link.checkVisibility({ visibilityProperty: true }) && link.getBoundingClientRect().height < 23.9)
            .slice(0, 3).map(link => `A link ${link.getBoundingClientRect().height} pixels high: ${link.outerHTML.slice(0, 160)}`)
        """);

    private static string Find()
    {
        var script = Repository.Path("src/Answerable.Web/node_modules/axe-core/axe.min.js");
        return File.Exists(script) ? script : throw new FileNotFoundException("axe-core is not installed: run through ./do test.", script);
    }
}
