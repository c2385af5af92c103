using Answerable.Model.Journal;

namespace Answerable.App.Storage;

/// <summary>Rows a module keeps as facts make them, in the very transaction that appends the facts. A module registers its own.</summary>
internal interface IProjection
{
    /// <summary>What these entries change; nothing where it hears none of them.</summary>
    Projected? Hear(IReadOnlyList<Entry> entries);
}

/// <summary>One projection's part in appending some entries.</summary>
internal abstract class Projected
{
    /// <summary>Rows to be found before: they are asked for together with what the ledger itself asks.</summary>
    public virtual IReadOnlyList<RowsAsked> Asks => [];

    /// <summary>Rows to be kept, now that it is known which entries are new: they are written together with these.</summary>
    public abstract IEnumerable<RowsKept> Keep(IReadOnlyList<ChainedEntry> fresh);
}

/// <summary>Rows of a table asked for by their ids; the ledger puts in those there are.</summary>
internal sealed record RowsAsked(KeptTable Table, IReadOnlyCollection<Guid> Ids)
{
    public List<object> Rows { get; } = [];
}

/// <summary>Rows of a table as they are to be from now on.</summary>
internal sealed record RowsKept(KeptTable Table)
{
    /// <summary>Rows known not to be there: many of them are put in faster.</summary>
    public IReadOnlyList<object> New { get; init; } = [];

    /// <summary>Rows found there in this transaction: only what differs is written, and an index of what does not is left alone.</summary>
    public IReadOnlyList<RowChange> Changed { get; init; } = [];

    /// <summary>Rows that replace what there is, or are put in where there is none.</summary>
    public IReadOnlyList<object> Put { get; init; } = [];
}

/// <summary>A row as it was found and as it is to be.</summary>
internal readonly record struct RowChange(object Before, object After);
