using Answerable.Model.Contacts;
using Answerable.Model.Journal;

namespace Answerable.App.Storage;

/// <summary>
/// The journal's tables as the writer reaches them: its own statements, prepared once and kept with its connection. Each of the two
/// calls is one question and one answer where the database lies across a wire.
/// </summary>
internal abstract class Ledger : IDisposable
{
    /// <summary>Where the chain ends, which entries the journal holds already, and the contacts asked for that there are.</summary>
    public abstract Task<Found> FindAsync(IReadOnlyList<Entry> entries, IReadOnlyCollection<ContactId> contacts);

    public abstract Task WriteAsync(Page page);

    /// <summary>Keeps contacts as they now are and marks quarter-hours to be added up again, as of a line of the journal; appends nothing.</summary>
    public abstract Task KeepAsync(IReadOnlyList<Contact> contacts, IReadOnlyCollection<int> quarters, long mark);

    public abstract void Dispose();
}

internal readonly record struct Found(Head Head, HashSet<(string Source, string Key)> Known, Dictionary<ContactId, Contact> Contacts);

/// <summary>The end of the chain.</summary>
internal readonly record struct Head(long Number, byte[] Hash);

/// <summary>An entry with its place in the chain.</summary>
internal readonly record struct ChainedEntry(long Number, Entry Entry, byte[] Hash);

/// <summary>What is written at once: entries in their order, the contacts they make, and the quarter-hours whose measures they touch.</summary>
internal sealed record Page(IReadOnlyList<ChainedEntry> Entries, IReadOnlyList<Contact> NewContacts, IReadOnlyList<Contact> ChangedContacts, IReadOnlyCollection<int> Quarters)
{
    public Head Head => new(Entries[^1].Number, Entries[^1].Hash);
}
