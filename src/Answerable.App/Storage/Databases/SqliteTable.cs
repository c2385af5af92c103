using System.Numerics;
using Microsoft.Data.Sqlite;

namespace Answerable.App.Storage;

/// <summary>A table that a module keeps, in SQLite's own ways: a statement for each thing done with it, prepared once.</summary>
internal sealed class SqliteTable(SqliteConnection connection, KeptTable table) : IDisposable
{
    /// <summary>Rows change in a few ways, over and over; beyond so many all their columns are written.</summary>
    private const int MostWays = 200;

    private readonly SqliteStatement _put = new(connection,
        $"INSERT INTO {table.Name} ({table.Names}) VALUES ({string.Join(", ", table.Columns.Select(_ => "?"))}) {table.OnConflict}");
    private readonly Dictionary<ulong, SqliteStatement> _change = [];
    private SqliteStatement? _find;

    public void Find(RowsAsked asked)
    {
        var find = _find ??= new SqliteStatement(connection, $"SELECT {table.Names} FROM {table.Name} WHERE {table.Key} = ?");
        var fields = new Fields(find);
        foreach (var id in asked.Ids)
        {
            find.Bind(1, id);
            if (!find.Step())
                continue;
            asked.Rows.Add(table.Read(fields));
            find.Reset();
        }
    }

    public void Put(object row)
    {
        for (var place = 0; place < table.Columns.Count; place++)
            Bind(_put, place + 1, table.Columns[place], row);
        _put.Run();
    }

    /// <summary>Every index with a column that is set is written anew, whether it differs or not: so only those that differ are set.</summary>
    public void Change(RowChange row)
    {
        var differing = table.Difference(row);
        if (differing == 0)
            return;
        if (!_change.TryGetValue(differing, out var change))
        {
            differing = _change.Count < MostWays ? differing : table.Rest;
            if (!_change.TryGetValue(differing, out change))
                _change[differing] = change = new SqliteStatement(connection, ChangeStatement(differing));
        }
        var at = 0;
        for (var left = differing; left != 0; left &= left - 1)
            Bind(change, ++at, table.Columns[BitOperations.TrailingZeroCount(left)], row.After);
        foreach (var column in table.KeyColumns)
            Bind(change, ++at, column, row.After);
        change.Run();
    }

    public void Dispose()
    {
        _find?.Dispose();
        _put.Dispose();
        foreach (var change in _change.Values)
            change.Dispose();
    }

    private string ChangeStatement(ulong differing) =>
        $"UPDATE {table.Name} SET {string.Join(", ", table.Of(differing).Select(column => $"\"{column.Name}\" = ?"))} "
            + $"WHERE {string.Join(" AND ", table.KeyColumns.Select(column => $"\"{column.Name}\" = ?"))}";

    private static void Bind(SqliteStatement statement, int place, KeptColumn column, object row)
    {
        switch (column.Kind)
        {
            case ColumnKind.Text: statement.Bind(place, column.Text!(row)); break;
            case ColumnKind.Id: statement.Bind(place, column.Id!(row)); break;
            default: statement.Bind(place, column.Whole!(row)); break;
        }
    }

    /// <summary>The row a statement is at. Nothing is asked twice of it: nothing is read as nothing of text, and as nought of a number.</summary>
    private sealed class Fields(SqliteStatement row) : IFields
    {
        public long? Whole(int column) => row.Long(column) is var number && (number != 0 || !row.IsNull(column)) ? number : null;
        public string? Text(int column) => row.Text(column);
        public Guid? Id(int column) => row.Text(column) is { } text ? Guid.Parse(text) : null;
    }
}
