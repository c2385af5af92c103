namespace Answerable.App.Storage;

/// <summary>Columns that an earlier version of ours kept in clear beside a master key: they are wrapped as the database is opened.</summary>
/// <param name="Clear">Finds a row from before.</param>
internal sealed record WrappedSince(string Clear, params WrappedColumn[] Columns);
