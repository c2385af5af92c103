namespace Answerable.Web.Shared;

/// <summary>A page above the one that is shown.</summary>
public sealed record Crumb(string Name, string Url)
{
    /// <summary>Where in the shell the page says where it stands.</summary>
    public const string Section = "crumbs";
}
