namespace Answerable.App.Storage;

/// <summary>A database that cannot be worked with: the message is a sentence for whoever started the program, and nothing was changed.</summary>
public sealed class DatabaseUnfitException(string sentence, Exception? why = null) : Exception(sentence, why);
