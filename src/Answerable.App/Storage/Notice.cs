namespace Answerable.App.Storage;

/// <summary>A word to live pages that something on their topic has changed; they read the rest themselves.</summary>
public sealed record Notice(string Topic, string Text)
{
    /// <summary>Something may have changed that nobody told of: whoever listens, to whatever topic, looks again.</summary>
    public static readonly Notice LookAgain = new("*", "");
}
