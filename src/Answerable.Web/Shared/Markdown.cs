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
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseEmphasisExtras().Build();

    public static MarkupString Of(string text)
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
