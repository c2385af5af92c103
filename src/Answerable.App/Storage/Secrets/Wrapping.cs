using System.Data.Common;

namespace Answerable.App.Storage;

/// <summary>
/// What a module does with its secrets when they are wrapped for the first time, where wrapping them is not enough. It wraps its column itself.
/// </summary>
internal interface IFirstWrapping
{
    WrappedColumn Wraps { get; }

    /// <summary>The tables it writes besides.</summary>
    IReadOnlyList<string> Rewrites { get; }

    Task WrapAsync(RowsInHand rows, MasterKey master, CancellationToken stop);
}

/// <summary>Wraps the secrets of a database of before where they stand, and those of any when the master key is exchanged.</summary>
internal sealed class Wrapping(Dialect dialect, MasterKey master, IEnumerable<WrappedColumn> columns, IEnumerable<IFirstWrapping> first,
    IEnumerable<WrappedSince> since)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly WrappedColumn[] _columns = [.. columns];
    private readonly IFirstWrapping[] _first = [.. first];

    public bool HasKey => master.Place.IsThere;
    public KeyPlace Place => master.Place;

    /// <summary>Takes away a key that was made for a database which did not come to be.</summary>
    public void TakeKeyAway() => master.Place.TakeAway();

    /// <summary>
    /// Sees that the master key is this database's; where nothing is wrapped yet, takes or makes one and wraps everything in one transaction. A key
    /// is never made where something is wrapped already.
    /// </summary>
    /// <param name="made">Whether it was made when this process came to it: one that comes too late was not, and has another key now.</param>
    public async Task SettleAsync(DbConnection connection, bool made, CancellationToken stop)
    {
        await using var transaction = await dialect.BeginWritingAsync(connection, stop);
        var rows = new RowsInHand(connection, transaction);
        if (await rows.AnyAsync("storage_chain_key", stop))
        {
            await KnownAsync(connection, made, stop);
            if (await WrapSinceAsync(rows, stop) is { Count: > 0 } tables)
            {
                await transaction.CommitAsync(stop);
                await WipeAsync([.. tables], whole: false, stop);
            }
            return;
        }
        foreach (var column in _columns)
            foreach (var (_, value) in await rows.ReadAsync(column, stop))
                if (value is byte[] bytes ? MasterKey.IsWrapped(bytes) : MasterKey.IsWrapped((string)value))
                    throw new KeyFault("The database has lost the key of its journal's chain: restore a backup.");
        master.TakeOrMake();
        foreach (var part in _first)
            await part.WrapAsync(rows, master, stop);
        foreach (var column in _columns.Except(_first.Select(part => part.Wraps)))
            await WrapAnewAsync(rows, column, stop);
        await KeyChainAsync(rows, stop);
        await transaction.CommitAsync(stop);
        await WipeAsync([.. Tables, .. _first.SelectMany(part => part.Rewrites)], whole: true, stop);
    }

    private async Task KnownAsync(DbConnection connection, bool made, CancellationToken stop)
    {
        try
        {
            await ChainKey.ReadAsync(connection, master, stop);
        }
        catch (KeyFault) when (!made)
        {
            throw new KeyFault("Another server has just made the centre in this database, under the master key of its own machine: "
                + (master.Place.IsGiven ? "give that key in ANSWERABLE_KEY here too" : $"copy that machine's key file to {master.Place.File} here")
                + ", and start again.");
        }
    }

    private async Task<HashSet<string>> WrapSinceAsync(RowsInHand rows, CancellationToken stop)
    {
        var tables = new HashSet<string>();
        foreach (var part in since)
            if ((await rows.RowsAsync(part.Clear, stop)).Count > 0)
                foreach (var column in part.Columns)
                {
                    await WrapAnewAsync(rows, column, stop);
                    tables.Add(column.Table);
                }
        return tables;
    }

    /// <summary>Wraps everything under the first of the keys there are, in one transaction; how many secrets.</summary>
    public async Task<long> RenewAsync(CancellationToken stop)
    {
        await using var connection = await dialect.OpenAsync(stop);
        var wrapped = 0L;
        await using (var transaction = await dialect.BeginWritingAsync(connection, stop))
        {
            var rows = new RowsInHand(connection, transaction);
            foreach (var column in _columns)
                wrapped += await WrapAnewAsync(rows, column, stop);
            await transaction.CommitAsync(stop);
        }
        await WipeAsync(Tables, whole: false, stop);
        return wrapped;
    }

    private async Task WipeAsync(string[] tables, bool whole, CancellationToken stop)
    {
        if (await dialect.WipeAsync(tables, whole, Patience, stop) is { } hindrance)
            throw new TimeoutException(hindrance);
    }

    private string[] Tables => [.. _columns.Select(column => column.Table).Distinct()];

    private async Task<long> WrapAnewAsync(RowsInHand rows, WrappedColumn column, CancellationToken stop)
    {
        var found = await rows.ReadAsync(column, stop);
        foreach (var (key, value) in found)
            await rows.PutAsync(column.Table, column.Key, key, column.Column, column.WrapAnew(master, value, key), stop);
        return found.Count;
    }

    private async Task KeyChainAsync(RowsInHand rows, CancellationToken stop)
    {
        var (number, hash) = (await rows.RowsAsync("SELECT number, hash FROM journal_head WHERE id = 1", stop))
            .Select(row => ((long)row[0], (byte[])row[1])).Single();
        var made = ChainKeyRow.Make(master, number + 1, hash);
        await rows.RunAsync("INSERT INTO storage_chain_key (id, first, before, key) VALUES (1, @p0, @p1, @p2)",
            [made.First, made.Before, made.Key], stop);
        // Its number stays: the trigger holds that the head goes only forward, and is taken off for this.
        await dialect.SealHeadAsync(rows, made.Open(master).Seal(number, hash), stop);
    }
}
