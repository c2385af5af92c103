using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Answerable.App.Storage;

/// <summary>The tables that modules keep, in PostgreSQL's own ways: arrays for some rows, COPY for many.</summary>
internal static class PostgresTables
{
    public static string KeepStatement(KeptTable table) =>
        $"INSERT INTO {table.Name} ({table.Names}) SELECT * FROM unnest({string.Join(", ", table.Columns.Select((_, place) => $"${place + 1}"))}) " +
            $"{table.OnConflict}";

    /// <summary>Of rows that are there: the arrays are the key's, then those of what differs.</summary>
    public static string ChangeStatement(KeptTable table, ulong differing)
    {
        var names = table.KeyColumns.Concat(table.Of(differing)).Select(column => $"\"{column.Name}\"").ToArray();
        var key = names[..table.KeyColumns.Count].Select(name => $"kept.{name} = told.{name}");
        return $"UPDATE {table.Name} AS kept SET {string.Join(", ", names[table.KeyColumns.Count..].Select(name => $"{name} = told.{name}"))} "
            + $"FROM unnest({string.Join(", ", names.Select((_, place) => $"${place + 1}"))}) AS told ({string.Join(", ", names)}) "
            + $"WHERE {string.Join(" AND ", key)}";
    }

    public static NpgsqlParameter[] Arrays(IReadOnlyList<KeptColumn> columns, IReadOnlyList<object> rows) =>
        [.. columns.Select(column => Array(column, rows))];

    public static async Task CopyAsync(NpgsqlConnection connection, KeptTable table, IReadOnlyList<object> rows)
    {
        // Most rows begin with little in them: a column that holds nothing yet is not spoken of.
        var columns = table.Columns.Where(column => rows.Any(column.Holds)).ToArray();
        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {table.Name} ({names}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            copy.StartRow();
            foreach (var column in columns)
                Write(copy, column, row);
        }
        await copy.CompleteAsync();
    }

    public static NpgsqlParameter<T[]> Array<T>(NpgsqlDbType type, T[] values) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | type, TypedValue = values };

    private static NpgsqlParameter Array(KeptColumn column, IReadOnlyList<object> rows) => column.Kind switch
    {
        ColumnKind.Id => Array(NpgsqlDbType.Uuid, rows.Select(column.Id!).ToArray()),
        ColumnKind.Text => Array(NpgsqlDbType.Text, rows.Select(column.Text!).ToArray()),
        ColumnKind.Small => Array(NpgsqlDbType.Smallint, rows.Select(row => (short?)column.Whole!(row)).ToArray()),
        ColumnKind.Int => Array(NpgsqlDbType.Integer, rows.Select(row => (int?)column.Whole!(row)).ToArray()),
        ColumnKind.Truth => Array(NpgsqlDbType.Boolean, rows.Select(row => column.Whole!(row) is { } truth ? truth == 1 : (bool?)null).ToArray()),
        _ => Array(NpgsqlDbType.Bigint, rows.Select(column.Whole!).ToArray()),
    };

    private static void Write(NpgsqlBinaryImporter copy, KeptColumn column, object row)
    {
        switch (column.Kind)
        {
            case ColumnKind.Id when column.Id!(row) is { } id: copy.Write(id, NpgsqlDbType.Uuid); break;
            case ColumnKind.Text when column.Text!(row) is { } text: copy.Write(text, NpgsqlDbType.Text); break;
            case ColumnKind.Small when column.Whole!(row) is { } number: copy.Write((short)number, NpgsqlDbType.Smallint); break;
            case ColumnKind.Int when column.Whole!(row) is { } number: copy.Write((int)number, NpgsqlDbType.Integer); break;
            case ColumnKind.Truth when column.Whole!(row) is { } truth: copy.Write(truth == 1, NpgsqlDbType.Boolean); break;
            case ColumnKind.Long when column.Whole!(row) is { } number: copy.Write(number, NpgsqlDbType.Bigint); break;
            default: copy.WriteNull(); break;
        }
    }

    /// <summary>The row a reader is at, by the place of its columns.</summary>
    internal sealed class Fields(DbDataReader row, KeptTable table) : IFields
    {
        public long? Whole(int column) => row.IsDBNull(column) ? null : table.Columns[column].Kind switch
        {
            ColumnKind.Small => row.GetInt16(column),
            ColumnKind.Int => row.GetInt32(column),
            ColumnKind.Truth => row.GetBoolean(column) ? 1 : 0,
            _ => row.GetInt64(column),
        };

        public string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        public Guid? Id(int column) => row.IsDBNull(column) ? null : row.GetGuid(column);
    }
}
