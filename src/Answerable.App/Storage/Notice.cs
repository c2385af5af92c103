namespace Answerable.App.Storage;

/// <summary>A word to live pages that something on their topic has changed; they read the rest themselves.</summary>
public sealed record Notice(string Topic, string Text);
