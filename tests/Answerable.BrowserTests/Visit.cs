using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Answerable.BrowserTests;

/// <summary>One person's browser: signed in, seeing pages by role and label as people and screen readers do.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];

    private Visit(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _errors.Add(message.Text);
        };
        page.PageError += (_, error) => _errors.Add(error);
    }

    public IPage Page { get; }

    /// <summary>What the browser complained of: scripts that broke, requests that failed, policy that was violated.</summary>
    public IReadOnlyList<string> Errors => _errors;

    public static async Task<Visit> StartAsync(Product product, int width = 1280, ColorScheme colours = ColorScheme.Light, bool script = true,
        string? address = null)
    {
        await product.OpenedAsync();
        var context = await product.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address ?? product.Address,
            ColorScheme = colours,
            JavaScriptEnabled = script,
            // Colours are looked at as they are, not on their way from light to dark.
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        context.SetDefaultTimeout(30_000);
        return new Visit(context, await context.NewPageAsync());
    }

    public async Task<Visit> SignInAsync(string email, string password)
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByLabel("E-mail address").FillAsync(email);
        await Page.GetByLabel("Password").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(Page).Not.ToHaveURLAsync(new Regex("/sign-in"));
        await Assertions.Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Waiting" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        return this;
    }

    /// <summary>Until the address has these words, a * in them standing for any: looked at again and again, for an event that tells of it, a load
    /// or a commit, may have come before anybody listened.</summary>
    public Task AtAddressAsync(string words) =>
        Assertions.Expect(Page).ToHaveURLAsync(new Regex(Regex.Escape(words).Replace(@"\*", ".*", StringComparison.Ordinal)));

    public ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Field(string label) => Page.GetByLabel(label, new() { Exact = true });

    public Task ChooseAsync(string label, string option) => Field(label).SelectOptionAsync(new SelectOptionValue { Label = option });

    public async Task KeepPictureAsync(string name)
    {
        Directory.CreateDirectory(Repository.Path("artifacts/browser-failures"));
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Repository.Path($"artifacts/browser-failures/{name}"), FullPage = true });
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
