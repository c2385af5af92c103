using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Answerable.DatabaseTests.Web;

/// <summary>A part of a page by itself, as the browser would get it.</summary>
internal static partial class Rendered
{
    public static async Task<string> OfAsync<TPart>(IServiceProvider services, Dictionary<string, object?> with) where TPart : IComponent
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
            WebUtility.HtmlDecode((await renderer.RenderComponentAsync<TPart>(ParameterView.FromDictionary(with))).ToHtmlString()));
    }

    /// <summary>One that looks at what was asked.</summary>
    public static Task<string> OfAsync<TPart>(IServiceProvider services, HttpContext asked, Dictionary<string, object?> with)
        where TPart : IComponent =>
        OfAsync<CascadingValue<HttpContext>>(services, new()
        {
            ["Value"] = asked,
            ["ChildContent"] = (RenderFragment)(builder => Put<TPart>(builder, with)),
        });

    /// <summary>Its words, as one who looks reads them.</summary>
    public static string Words(string html) => Spaces().Replace(Tags().Replace(html, ""), " ").Trim();

    private static void Put<TPart>(RenderTreeBuilder builder, Dictionary<string, object?> with) where TPart : IComponent
    {
        builder.OpenComponent<TPart>(0);
        builder.AddMultipleAttributes(1, with!);
        builder.CloseComponent();
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
