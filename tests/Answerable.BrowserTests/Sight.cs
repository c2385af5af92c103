using Microsoft.Playwright;

namespace Answerable.BrowserTests;

/// <summary>What is in sight of a step at the desk without scrolling.</summary>
internal static class Sight
{
    // The first thing to fill in, else to press: wholly on the screen, and not beneath the line of buttons that sticks to its foot.
    private const string First = """
        () => {
            const step = document.querySelector("#step-form");
            const seen = one => one.offsetParent !== null;
            const field = [...step.querySelectorAll("input:not([type=hidden]), select, textarea")].filter(seen)[0];
            const first = field ?? [...step.querySelectorAll(".desk-answers .btn, .btn-primary")].filter(seen)[0];
            if (!first) return "nothing to do";
            const acts = step.querySelector(".desk-acts");
            const foot = field && acts ? Math.min(innerHeight, acts.getBoundingClientRect().top) : innerHeight;
            const {top, bottom} = first.getBoundingClientRect();
            return top >= 0 && bottom <= foot + 1
                ? "" : `${first.id || first.textContent.trim()}, ${Math.round(top)} to ${Math.round(bottom)}, on a screen to ${Math.round(foot)}`;
        }
        """;

    /// <summary>The first thing to do that is out of sight; nothing where it is in sight.</summary>
    public static Task<string> HiddenAsync(IPage page) => page.EvaluateAsync<string>(First);
}
