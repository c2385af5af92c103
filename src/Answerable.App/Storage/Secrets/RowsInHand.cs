using System.Data.Common;

namespace Answerable.App.Storage;

/// <summary>Rows by their tables' and columns' names, without the mapper, in one transaction: for what is done with any table alike.</summary>
internal sealed class RowsInHand(DbConnection connection, DbTransaction transaction)
{
    public async Task<bool> AnyAsync(string table, CancellationToken stop) => (await RowsAsync($"SELECT 1 FROM {table} LIMIT 1", stop)).Count > 0;

    /// <summary>What a column holds, by the keys of its rows; rows that hold nothing are left out.</summary>
    public async Task<List<(object[] Key, object Value)>> ReadAsync(WrappedColumn column, CancellationToken stop)
    {
        var rows = await RowsAsync($"SELECT {column.Column}, {column.Key} FROM {column.Table} WHERE {column.Column} IS NOT NULL", stop);
        return rows.ConvertAll(row => (row[1..], row[0]));
    }

    public Task PutAsync(string table, string keys, object[] key, string column, object value, CancellationToken stop) => RunAsync(
        $"UPDATE {table} SET {column} = @p0 WHERE {string.Join(" AND ", keys.Split(", ").Select((name, place) => $"{name} = @p{place + 1}"))}",
        [value, .. key], stop);

    public async Task<List<object[]>> RowsAsync(string sql, CancellationToken stop)
    {
        await using var command = Command(sql, []);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var rows = new List<object[]>();
        while (await reader.ReadAsync(stop))
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    public async Task RunAsync(string sql, object[] values, CancellationToken stop)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync(stop);
    }

    private DbCommand Command(string sql, object[] values)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        for (var place = 0; place < values.Length; place++)
        {
            var value = command.CreateParameter();
            (value.ParameterName, value.Value) = ($"p{place}", values[place]);
            command.Parameters.Add(value);
        }
        return command;
    }
}
