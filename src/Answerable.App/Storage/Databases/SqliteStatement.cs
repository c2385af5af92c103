using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Answerable.App.Storage;

/// <summary>
/// A statement prepared once and run many times, with its values bound straight to the engine: the writer runs a handful of statements
/// for every fact, and the general provider spends more on a call than the engine does.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _text = new byte[1024];

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    public void Bind(int place, long? value) =>
        Check(value is { } number ? raw.sqlite3_bind_int64(_statement, place, number) : raw.sqlite3_bind_null(_statement, place));

    public void Bind(int place, string? value) =>
        Check(value is null ? raw.sqlite3_bind_null(_statement, place) : raw.sqlite3_bind_text(_statement, place, Encoded(value)));

    public void Bind(int place, byte[] value) => Check(raw.sqlite3_bind_blob(_statement, place, value));

    /// <summary>Ids stand as text in capitals, as the general provider writes them.</summary>
    public void Bind(int place, Guid? value)
    {
        if (value is not { } id)
        {
            Check(raw.sqlite3_bind_null(_statement, place));
            return;
        }
        Span<byte> text = stackalloc byte[36];
        id.TryFormat(text, out _);
        Ascii.ToUpperInPlace(text, out _);
        Check(raw.sqlite3_bind_text(_statement, place, text));
    }

    /// <summary>Goes to the next row; false where there is none. A statement that has none is ready to be run again.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW)
            return true;
        raw.sqlite3_reset(_statement);
        Check(result == raw.SQLITE_DONE ? raw.SQLITE_OK : result);
        return false;
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    public void Run()
    {
        if (Step())
            Reset();
    }

    public void Reset() => raw.sqlite3_reset(_statement);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;
    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>Nothing where the column holds nothing.</summary>
    public string? Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();
    public byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public void Dispose() => _statement.Dispose();

    private ReadOnlySpan<byte> Encoded(string value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (_text.Length < most)
            _text = new byte[most];
        return _text.AsSpan(0, Encoding.UTF8.GetBytes(value, _text));
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
