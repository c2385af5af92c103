using System.Data.Common;
using Answerable.App.Contacts;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Npgsql;
using NpgsqlTypes;

namespace Answerable.App.Storage;

internal sealed class PostgresLedger(NpgsqlConnection connection) : Ledger
{
    /// <summary>From so many rows on, a COPY costs less than its own beginning and end.</summary>
    private const int WorthACopy = 250;

    // The ledger's questions are planned once, perhaps while the tables are still empty, and those plans must hold when they are full:
    // left to itself the database reads the whole journal to see whether an entry is known. Set for them alone, and for this transaction:
    // what handlers ask on the same connection is planned as the database sees fit.
    private const string PlanForFullTables = "SELECT set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)";
    private const string PlanAsUsual = "SELECT set_config('enable_seqscan', NULL, true), set_config('enable_hashjoin', NULL, true), set_config('enable_mergejoin', NULL, true)";

    private const string EntryColumns = "number, at, kind, source, source_key, subject, actor, name, body, hash";
    private static readonly string Places = string.Join(", ", Enumerable.Range(1, ContactColumns.All.Count).Select(place => $"${place}"));
    private static readonly string KeepContacts =
        $"INSERT INTO journal_contacts ({ContactColumns.Names}) SELECT * FROM unnest({Places}) ON CONFLICT (id) DO UPDATE SET {ContactColumns.Replacements}";

    public override async Task<Found> FindAsync(IReadOnlyList<Entry> entries, IReadOnlyCollection<ContactId> contacts)
    {
        await using var batch = new NpgsqlBatch(connection);
        Add(batch, PlanForFullTables);
        Add(batch, "SELECT number, hash FROM journal_head WHERE id = 1");
        Add(batch, "SELECT e.source, e.source_key FROM unnest($1, $2) AS asked (source, source_key) JOIN journal_entries e USING (source, source_key)",
            Texts(entries.Select(entry => entry.Source)), Texts(entries.Select(entry => entry.SourceKey)));
        if (contacts.Count > 0)
            Add(batch, $"SELECT {ContactColumns.Names} FROM journal_contacts WHERE id = ANY ($1)", Array(NpgsqlDbType.Uuid, contacts.Select(id => id.Value).ToArray()));
        Add(batch, PlanAsUsual);
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await reader.ReadAsync();
        var head = new Head(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
        await reader.NextResultAsync();
        var known = new HashSet<(string, string)>();
        while (await reader.ReadAsync())
            known.Add((reader.GetString(0), reader.GetString(1)));
        var found = new Dictionary<ContactId, Contact>(contacts.Count);
        if (contacts.Count > 0 && await reader.NextResultAsync())
            while (await reader.ReadAsync())
                found[ContactId.From(reader.GetGuid(0))] = ContactColumns.Read(new Fields(reader));
        return new Found(head, known, found);
    }

    public override async Task WriteAsync(Page page)
    {
        await using var batch = new NpgsqlBatch(connection);
        if (page.Entries.Count >= WorthACopy)
            await CopyAsync(page.Entries);
        else
            AddEntries(batch, page.Entries);
        if (page.NewContacts.Count >= WorthACopy)
            await CopyAsync(page.NewContacts);
        else if (page.NewContacts.Count > 0)
            AddContacts(batch, page.NewContacts);
        AddKept(batch, page.ChangedContacts, page.Quarters, page.Head.Number);
        Add(batch, "UPDATE journal_head SET number = $1, hash = $2 WHERE id = 1",
            new NpgsqlParameter<long> { TypedValue = page.Head.Number }, new NpgsqlParameter<byte[]> { TypedValue = page.Head.Hash });
        await batch.ExecuteNonQueryAsync();
    }

    public override async Task KeepAsync(IReadOnlyList<Contact> contacts, IReadOnlyCollection<int> quarters, long mark)
    {
        await using var batch = new NpgsqlBatch(connection);
        AddKept(batch, contacts, quarters, mark);
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync();
    }

    private static void AddKept(NpgsqlBatch batch, IReadOnlyList<Contact> contacts, IReadOnlyCollection<int> quarters, long mark)
    {
        if (contacts.Count > 0)
            AddContacts(batch, contacts);
        if (quarters.Count > 0)
            Add(batch, "INSERT INTO measures_dirty (family, quarter, mark) SELECT 1, quarter, $2 FROM unnest($1) AS changed (quarter) ON CONFLICT (family, quarter) DO UPDATE SET mark = excluded.mark",
                Array(NpgsqlDbType.Integer, quarters.ToArray()), new NpgsqlParameter<long> { TypedValue = mark });
    }

    public override void Dispose()
    {
    }

    private async Task CopyAsync(IReadOnlyList<ChainedEntry> entries)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY journal_entries ({EntryColumns}) FROM STDIN (FORMAT BINARY)");
        foreach (var (number, entry, hash) in entries)
        {
            copy.StartRow();
            copy.Write(number, NpgsqlDbType.Bigint);
            copy.Write(entry.At.ToUnixTimeMilliseconds(), NpgsqlDbType.Bigint);
            copy.Write((int)entry.Kind, NpgsqlDbType.Integer);
            copy.Write(entry.Source, NpgsqlDbType.Text);
            copy.Write(entry.SourceKey, NpgsqlDbType.Text);
            copy.Write(entry.Subject, NpgsqlDbType.Uuid);
            Write(copy, entry.Actor);
            copy.Write(entry.Name, NpgsqlDbType.Text);
            copy.Write(entry.Body, NpgsqlDbType.Text);
            copy.Write(hash, NpgsqlDbType.Bytea);
        }
        await copy.CompleteAsync();
    }

    private async Task CopyAsync(IReadOnlyList<Contact> contacts)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY journal_contacts ({ContactColumns.Names}) FROM STDIN (FORMAT BINARY)");
        foreach (var contact in contacts)
        {
            copy.StartRow();
            foreach (var column in ContactColumns.All)
                Write(copy, column, contact);
        }
        await copy.CompleteAsync();
    }

    private static void Write(NpgsqlBinaryImporter copy, ContactColumns.Column column, Contact contact)
    {
        switch (column)
        {
            case ContactColumns.Id id: Write(copy, id.Value(contact)); break;
            case ContactColumns.Words words when words.Value(contact) is { } text: copy.Write(text, NpgsqlDbType.Text); break;
            case ContactColumns.Whole whole when whole.Value(contact) is { } number: Write(copy, number, whole.Type); break;
            default: copy.WriteNull(); break;
        }
    }

    private static void Write(NpgsqlBinaryImporter copy, long number, NpgsqlDbType type)
    {
        switch (type)
        {
            case NpgsqlDbType.Integer: copy.Write((int)number, type); break;
            case NpgsqlDbType.Boolean: copy.Write(number == 1, type); break;
            default: copy.Write(number, type); break;
        }
    }

    private static void Write(NpgsqlBinaryImporter copy, Guid? id)
    {
        if (id is { } known)
            copy.Write(known, NpgsqlDbType.Uuid);
        else
            copy.WriteNull();
    }

    private static void AddEntries(NpgsqlBatch batch, IReadOnlyList<ChainedEntry> entries) => Add(batch,
        $"INSERT INTO journal_entries ({EntryColumns}) SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        Array(NpgsqlDbType.Bigint, entries.Select(row => row.Number).ToArray()),
        Array(NpgsqlDbType.Bigint, entries.Select(row => row.Entry.At.ToUnixTimeMilliseconds()).ToArray()),
        Array(NpgsqlDbType.Integer, entries.Select(row => (int)row.Entry.Kind).ToArray()),
        Texts(entries.Select(row => row.Entry.Source)),
        Texts(entries.Select(row => row.Entry.SourceKey)),
        Array(NpgsqlDbType.Uuid, entries.Select(row => row.Entry.Subject).ToArray()),
        Array(NpgsqlDbType.Uuid, entries.Select(row => row.Entry.Actor).ToArray()),
        Texts(entries.Select(row => row.Entry.Name)),
        Texts(entries.Select(row => row.Entry.Body)),
        Array(NpgsqlDbType.Bytea, entries.Select(row => row.Hash).ToArray()));

    private static void AddContacts(NpgsqlBatch batch, IReadOnlyList<Contact> contacts) =>
        Add(batch, KeepContacts, [.. ContactColumns.All.Select<ContactColumns.Column, NpgsqlParameter>(column => column switch
        {
            ContactColumns.Id id => Array(NpgsqlDbType.Uuid, contacts.Select(id.Value).ToArray()),
            ContactColumns.Words words => Array(NpgsqlDbType.Text, contacts.Select(words.Value).ToArray()),
            ContactColumns.Whole { Type: NpgsqlDbType.Integer } whole => Array(NpgsqlDbType.Integer, contacts.Select(contact => (int?)whole.Value(contact)).ToArray()),
            ContactColumns.Whole { Type: NpgsqlDbType.Boolean } whole => Array(NpgsqlDbType.Boolean, contacts.Select(contact => whole.Value(contact) is { } truth ? truth == 1 : (bool?)null).ToArray()),
            ContactColumns.Whole whole => Array(NpgsqlDbType.Bigint, contacts.Select(whole.Value).ToArray()),
            _ => throw new InvalidOperationException($"The column {column.Name} is of no kind known."),
        })]);

    private static NpgsqlParameter<string[]> Texts(IEnumerable<string> values) => Array(NpgsqlDbType.Text, values.ToArray());

    private static NpgsqlParameter<T[]> Array<T>(NpgsqlDbType type, T[] values) => new() { NpgsqlDbType = NpgsqlDbType.Array | type, TypedValue = values };

    private static void Add(NpgsqlBatch batch, string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(parameters);
        batch.BatchCommands.Add(command);
    }

    private readonly struct Fields(DbDataReader row) : IContactFields
    {
        public long? Whole(int column) => row.IsDBNull(column) ? null
            : ((ContactColumns.Whole)ContactColumns.All[column]).Type switch
            {
                NpgsqlDbType.Integer => row.GetInt32(column),
                NpgsqlDbType.Boolean => row.GetBoolean(column) ? 1 : 0,
                _ => row.GetInt64(column),
            };

        public string? Words(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        public Guid? Id(int column) => row.IsDBNull(column) ? null : row.GetGuid(column);
    }
}
