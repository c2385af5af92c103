using Answerable.App.Contacts;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Microsoft.Data.Sqlite;

namespace Answerable.App.Storage;

internal sealed class SqliteLedger(SqliteConnection connection) : Ledger
{
    private static readonly string Places = string.Join(", ", ContactColumns.All.Select(_ => "?"));

    private readonly SqliteStatement _head = new(connection, "SELECT number, hash FROM journal_head WHERE id = 1");
    private readonly SqliteStatement _moveHead = new(connection, "UPDATE journal_head SET number = ?, hash = ? WHERE id = 1");
    private readonly SqliteStatement _known = new(connection, "SELECT 1 FROM journal_entries WHERE source = ? AND source_key = ?");
    private readonly SqliteStatement _contact = new(connection, $"SELECT {ContactColumns.Names} FROM journal_contacts WHERE id = ?");
    private readonly SqliteStatement _insert = new(connection,
        "INSERT INTO journal_entries (number, at, kind, source, source_key, subject, actor, name, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    private readonly SqliteStatement _keepContact = new(connection,
        $"INSERT INTO journal_contacts ({ContactColumns.Names}) VALUES ({Places}) ON CONFLICT (id) DO UPDATE SET {ContactColumns.Replacements}");
    private readonly SqliteStatement _markDirty = new(connection, "INSERT INTO measures_dirty (family, quarter, mark) VALUES (1, ?, ?) ON CONFLICT (family, quarter) DO UPDATE SET mark = excluded.mark");

    public override Task<Found> FindAsync(IReadOnlyList<Entry> entries, IReadOnlyCollection<ContactId> contacts)
    {
        var known = new HashSet<(string, string)>();
        foreach (var entry in entries)
            if (Knows(entry))
                known.Add((entry.Source, entry.SourceKey));
        var found = new Dictionary<ContactId, Contact>(contacts.Count);
        foreach (var id in contacts)
            if (Find(id) is { } contact)
                found[id] = contact;
        return Task.FromResult(new Found(Head(), known, found));
    }

    public override Task WriteAsync(Page page)
    {
        foreach (var chained in page.Entries)
            Insert(chained);
        KeepAsync([.. page.NewContacts, .. page.ChangedContacts], page.Quarters, page.Head.Number);
        _moveHead.Bind(1, page.Head.Number);
        _moveHead.Bind(2, page.Head.Hash);
        _moveHead.Run();
        return Task.CompletedTask;
    }

    public override Task KeepAsync(IReadOnlyList<Contact> contacts, IReadOnlyCollection<int> quarters, long mark)
    {
        foreach (var contact in contacts)
            Keep(contact);
        foreach (var quarter in quarters)
        {
            _markDirty.Bind(1, quarter);
            _markDirty.Bind(2, mark);
            _markDirty.Run();
        }
        return Task.CompletedTask;
    }

    public override void Dispose()
    {
        foreach (var statement in new[] { _head, _moveHead, _known, _contact, _insert, _keepContact, _markDirty })
            statement.Dispose();
    }

    private Head Head()
    {
        if (!_head.Step())
            throw new InvalidOperationException("The journal has no head.");
        var head = new Head(_head.Long(0), _head.Bytes(1));
        _head.Reset();
        return head;
    }

    private bool Knows(Entry entry)
    {
        _known.Bind(1, entry.Source);
        _known.Bind(2, entry.SourceKey);
        if (!_known.Step())
            return false;
        _known.Reset();
        return true;
    }

    private Contact? Find(ContactId id)
    {
        _contact.Bind(1, id.Value);
        if (!_contact.Step())
            return null;
        var contact = ContactColumns.Read(new Fields(_contact));
        _contact.Reset();
        return contact;
    }

    private void Insert(ChainedEntry chained)
    {
        var (number, entry, hash) = chained;
        _insert.Bind(1, number);
        _insert.Bind(2, entry.At.ToUnixTimeMilliseconds());
        _insert.Bind(3, (long)entry.Kind);
        _insert.Bind(4, entry.Source);
        _insert.Bind(5, entry.SourceKey);
        _insert.Bind(6, entry.Subject);
        _insert.Bind(7, entry.Actor);
        _insert.Bind(8, entry.Name);
        _insert.Bind(9, entry.Body);
        _insert.Bind(10, hash);
        _insert.Run();
    }

    private void Keep(Contact contact)
    {
        for (var place = 0; place < ContactColumns.All.Count; place++)
            switch (ContactColumns.All[place])
            {
                case ContactColumns.Whole whole: _keepContact.Bind(place + 1, whole.Value(contact)); break;
                case ContactColumns.Words words: _keepContact.Bind(place + 1, words.Value(contact)); break;
                case ContactColumns.Id id: _keepContact.Bind(place + 1, id.Value(contact)); break;
            }
        _keepContact.Run();
    }

    private readonly struct Fields(SqliteStatement row) : IContactFields
    {
        public long? Whole(int column) => row.IsNull(column) ? null : row.Long(column);
        public string? Words(int column) => row.IsNull(column) ? null : row.Text(column);
        public Guid? Id(int column) => row.IsNull(column) ? null : Guid.Parse(row.Text(column));
    }
}
