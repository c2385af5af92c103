using System.Net;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Answerable.Web.Shared;

/// <summary>Markdown as safe markup: HTML is shown as text, links lead to the web or to ourselves, pictures become links, headings stay below the
/// page's own.</summary>
internal static class Markdown
{
    private const int HeadingsBelow = 3;
    private const int Longest = 50_000;
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseEmphasisExtras().Build();

    /// <summary>Nested deeper than anybody writes, or longer than anybody reads, it is shown as it was typed: whoever is led by it reads it all the
    /// same, and its page stands.</summary>
    public static MarkupString Of(string text)
    {
        try
        {
            return text.Length > Longest ? AsTyped(text) : Shown(text);
        }
        catch (ArgumentException)
        {
            // So the parser says that it was nested more than 128 deep.
            return AsTyped(text);
        }
    }

    private static MarkupString AsTyped(string text) => new($"<p class=\"as-typed\">{WebUtility.HtmlEncode(text)}</p>\n");

    private static MarkupString Shown(string text)
    {
        var document = Markdig.Markdown.Parse(text, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Min(6, heading.Level + HeadingsBelow);
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.IsImage = false;
            if (!Safe(link.Url))
                link.Url = "#";
        }
        foreach (var link in document.Descendants<AutolinkInline>())
            if (!link.IsEmail && !Safe(link.Url))
                link.Url = "#";
        return new MarkupString(document.ToHtml(Pipeline));
    }

    private static bool Safe(string? url) => url is ['#', ..] or ['/', not ('/' or '\\'), ..] or "/"
        || (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https" or "mailto" or "tel"));
}
