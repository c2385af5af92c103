namespace Answerable.App.Home;

/// <summary>Something that waits, with the page where it is done.</summary>
/// <param name="One">What it is, for one; <paramref name="Many"/> for many.</param>
public sealed record Need(int Count, string One, string Many, string Url, string Icon, bool Pressing = false)
{
    public string Words => Count == 1 ? One : Many;
}
