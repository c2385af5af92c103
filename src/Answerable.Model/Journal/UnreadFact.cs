namespace Answerable.Model.Journal;

/// <summary>
/// A line of the journal that this version does not understand: its name, or a word in it, came with a later one (another server may run it already,
/// or a database was put back). It is kept as it stands and shown by its name; a contact or walk that holds one is left as it is.
/// </summary>
public sealed record UnreadFact(string Name, string Body) : Fact;
