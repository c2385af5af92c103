using System.Reflection;
using Answerable.App.Contacts;
using Answerable.App.Measures;
using Answerable.App.Storage;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Storage;

public sealed class KeptTableTests
{
    private static readonly DateTimeOffset At = new(2026, 10, 9, 8, 0, 0, TimeSpan.Zero);

    private static readonly Contact Whole = new(new ContactId(new Guid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)), FactKind.Imported, "import:test", At)
    {
        Channel = Channel.Chat,
        Queue = "billing",
        Type = "complaint",
        Customer = new CustomerId(new Guid(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)),
        QueuedAt = At.AddSeconds(1),
        AnsweredAt = At.AddSeconds(20),
        EndedAt = At.AddSeconds(200),
        ClosedAt = At.AddSeconds(230),
        AbandonedAt = At.AddSeconds(5),
        Agent = new PersonId(new Guid(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)),
        AgentName = "Ann",
        Team = new TeamId(new Guid(4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)),
        Procedure = new ProcedureId(new Guid(5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)),
        Version = 7,
        Resolved = false,
        Excluded = true,
        Revision = 5_000_000_000,
        HoldRecordedMs = 9,
        Direction = Direction.Callback,
        Legs = Legs.None.With(new Leg("leg", 3, 1_772_532_000_000, ContactState.Handled, Direction.Inbound, "main", 1, null, 2, 3, 4, "Ann",
            Channel.Chat, "leak", new Guid(9, 0, 0, new byte[8]))),
        Holds = Holds.None.With(At.AddSeconds(30), ended: false).With(At.AddSeconds(40), ended: true),
        Told = new Told
        { Arrived = At, Answered = At.AddSeconds(20), Queue = new Told.Mark(At.AddSeconds(1), false), Type = new Told.Mark(At, true) },
    };

    /// <summary>The sample speaks of every property, so one that is added and kept nowhere cannot slip through.</summary>
    [Fact]
    public void The_sample_contact_has_every_property()
    {
        var bare = new Contact(default, default, "", default) { Queue = "" };
        var untouched = typeof(Contact).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite)
            .Where(property => Equals(property.GetValue(Whole), property.GetValue(bare))).Select(property => property.Name);
        Assert.Empty(untouched);
    }

    [Theory, EachDatabase]
    public async Task A_contact_comes_back_from_its_row_as_it_was_by_the_writers_way_and_by_the_mappers(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var bare = new Contact(new ContactId(new Guid(9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)), FactKind.Live, "", At);
        await WithLedgerAsync(centre, ledger => ledger.KeepAsync(
            [new RowsKept(ContactRow.Table) { New = [ContactRow.Of(Whole), ContactRow.Of(bare)] }]));
        var asked = new RowsAsked(ContactRow.Table, [Whole.Id.Value, bare.Id.Value]);
        await WithLedgerAsync(centre, ledger => ledger.FindAsync([], [asked], alone: true));
        Assert.Equal([Whole, bare], asked.Rows.Cast<ContactRow>().Select(row => row.Contact()).OrderByDescending(contact => contact.Version));
        await using var db = centre.OpenDb();
        var row = await db.Set<ContactRow>().AsNoTracking().SingleAsync(row => row.Id == Whole.Id);
        Assert.Equal(Whole, row.Contact());
        Assert.Equal((Whole.State, Whole.WaitMs, Whole.HandleMs), (row.State, row.WaitMs, row.HandleMs));
    }

    [Theory, EachDatabase]
    public async Task Many_rows_are_put_in_and_few_are_replaced(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var many = Enumerable.Range(1, 400)
            .Select(number => ContactRow.Of(Whole with { Id = new ContactId(new Guid(number, 7, 0, 0, 0, 0, 0, 0, 0, 0, 1)) })).ToArray();
        await WithLedgerAsync(centre, ledger => ledger.KeepAsync([new RowsKept(ContactRow.Table) { New = many }]));
        var other = many[..3].Select(row => ContactRow.Of(row.Contact() with { Queue = "other", Resolved = null })).ToArray();
        await WithLedgerAsync(centre, ledger => ledger.KeepAsync([new RowsKept(ContactRow.Table) { Put = other }]));
        await using var db = centre.OpenDb();
        Assert.Equal((400, 3),
            (await db.Set<ContactRow>().CountAsync(), await db.Set<ContactRow>().CountAsync(row => row.Queue == "other" && row.Resolved == null)));
    }

    /// <summary>What differs is written, nothing where a value went, and what does not is not even spoken of.</summary>
    [Theory, EachDatabase]
    public async Task Of_rows_that_are_there_only_what_differs_is_written(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var rows = Enumerable.Range(1, 5)
            .Select(number => Whole with { Id = new ContactId(new Guid(number, 7, 0, 0, 0, 0, 0, 0, 0, 0, 1)) }).ToArray();
        await WithLedgerAsync(centre, ledger => ledger.KeepAsync([new RowsKept(ContactRow.Table) { New = [.. rows.Select(ContactRow.Of)] }]));
        await using (var db = centre.OpenDb())
            await db.Set<ContactRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Source, "meanwhile"));
        Contact[] after =
        [
            rows[0] with { Queue = "other", Told = null }, rows[1] with { Excluded = false, Resolved = true, Agent = null },
            rows[2] with { ArrivedAt = At.AddMinutes(-1), Version = null, Kind = FactKind.Live }, rows[3],
            rows[4] with { Told = rows[4].Told! with { Ended = At.AddSeconds(9) } },
        ];
        await WithLedgerAsync(centre, ledger => ledger.KeepAsync([new RowsKept(ContactRow.Table)
        { Changed = [.. rows.Zip(after, (one, other) => new RowChange(ContactRow.Of(one), ContactRow.Of(other)))] }]));
        await using (var db = centre.OpenDb())
        {
            var kept = await db.Set<ContactRow>().AsNoTracking().ToListAsync();
            Assert.Equal(after.Select(contact => contact with { Source = "meanwhile" }),
                kept.ConvertAll(row => row.Contact()).OrderBy(contact => contact.Id.Value));
            Assert.All(kept, row => Assert.Equal((row.Contact().State, row.Contact().WaitMs, row.Contact().HandleMs),
                (row.State, row.WaitMs, row.HandleMs)));
        }
    }

    /// <summary>The columns the writer keeps are those the mapper has: the row's properties are the one list of both.</summary>
    [Theory, EachDatabase]
    public async Task The_writer_keeps_the_columns_the_mapper_has(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await using var db = centre.OpenDb();
        foreach (var (table, row) in new[] { (ContactRow.Table, typeof(ContactRow)), (MeasuresDirtyRow.Table, typeof(MeasuresDirtyRow)) })
        {
            var entity = db.Model.FindEntityType(row)!;
            Assert.Equal(entity.GetTableName(), table.Name);
            Assert.Equal(entity.GetProperties().Select(property => property.GetColumnName()).Order(), table.Columns.Select(column => column.Name)
                .Order());
        }
    }

    private static async Task WithLedgerAsync(TestCentre centre, Func<Ledger, Task> work)
    {
        var dialect = (Dialect)centre.Services.GetService(typeof(Dialect))!;
        await using var connection = await dialect.OpenAsync(CancellationToken.None);
        await using var transaction = await dialect.BeginWritingAsync(connection, CancellationToken.None);
        using var ledger = dialect.LedgerOn(connection, new ChainKey(new byte[32], 1));
        await work(ledger);
        await transaction.CommitAsync();
    }
}
