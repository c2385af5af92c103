namespace Answerable.App.Storage;

/// <summary>The master key is missing, or is not this database's; the sentence says what to do.</summary>
public sealed class KeyFault(string sentence) : IOException(sentence);
