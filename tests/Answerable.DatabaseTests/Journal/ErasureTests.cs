using Answerable.App;
using Answerable.App.Contacts;
using Answerable.App.Import;
using Answerable.App.Journal;
using Answerable.App.Privacy;
using Answerable.App.Storage;
using Answerable.App.Work;
using Answerable.DatabaseTests.Import;
using Answerable.DatabaseTests.Storage;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Journal;

public sealed class ErasureTests
{
    [Theory, EachDatabase]
    public async Task Erasing_a_customer_leaves_statistics_and_a_chain_that_verifies_and_nothing_readable(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var customer = (await centre.DoAsync(new KnowCustomers(["AC-77"]))).Value["AC-77"];
        var arrived = new ContactArrived(Channel.Phone, "general", "missed-bin", customer);
        await centre.Writer.AppendAsync([Entry.Of(arrived, centre.Time.GetUtcNow(), FactKind.Live, "test", "1", Ids.New(), null)]);
        await centre.Writer.AppendAsync([Entry.Of(
            new ContactAbandoned(), centre.Time.GetUtcNow(), FactKind.Live, "test", "2", (await OnlyContactAsync(centre)).Value, null)]);
        await using var db = centre.OpenDb();
        var reference = (await db.Set<CustomerRow>().AsNoTracking().SingleAsync()).Reference!.Value;
        Assert.Equal("AC-77", await PersonalVault.ReadAsync(db, reference));

        var erasure = (await centre.DoAsync(new EraseCustomer("ac-77 ", "Request of 1 October"))).Value;

        Assert.Equal(1, erasure.Contacts);
        Assert.Null(await PersonalVault.ReadAsync(db, reference));
        Assert.Equal(0, await db.Set<PersonalKeyRow>().CountAsync());
        Assert.Equal(customer, (await db.Set<ContactRow>().SingleAsync()).Customer);
        Assert.True((await centre.AskAsync(new JournalVerification())).Value.Sound);
        Assert.Equal("customer.unknown", (await centre.DoAsync(new EraseCustomer("AC-77", "again"))).Refusals[0].Code);
    }

    private static async Task<ContactId> OnlyContactAsync(TestCentre centre)
    {
        await using var db = centre.OpenDb();
        return (await db.Set<ContactRow>().AsNoTracking().SingleAsync()).Id;
    }

    /// <summary>As the review did: all bytes of the files looked through for key and texts.</summary>
    [Theory, EachDatabase]
    public async Task No_key_and_no_sealed_text_is_left_in_the_files(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        foreach (var reference in (string[])["AC-77", "AC-78"])
            await centre.DoAsync(new KnowCustomers([reference]));
        await using var db = centre.OpenDb();
        if (database == Database.Postgres)
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
        var keys = (await db.Set<PersonalKeyRow>().AsNoTracking().ToListAsync()).ConvertAll(row => row.Key);
        var texts = (await db.Set<PersonalRow>().AsNoTracking().ToListAsync()).ConvertAll(row => row.Sealed);
        foreach (var bytes in keys.Concat(texts))
            Assert.True(await LiesAsync(centre, database, bytes));

        Assert.True((await centre.DoAsync(new EraseCustomer("AC-77", "Request"))).Allowed);
        Assert.True((await centre.DoAsync(new EraseCustomer("AC-78", "Request"))).Allowed);
        Assert.Null(await centre.Services.GetRequiredService<ErasureWiped>().NowAsync(TestContext.Current.CancellationToken));

        foreach (var bytes in keys.Concat(texts))
            Assert.False(await LiesAsync(centre, database, bytes));
    }

    /// <summary>Rows and pages that somebody may still read stay in the files: it says so, and is done once they have ended, by itself.</summary>
    [Theory, EachDatabase]
    public async Task While_somebody_reads_an_older_state_it_is_not_done_and_says_so_and_goes_on_later(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new KnowCustomers(["AC-77"]));
        await using var reader = centre.OpenDb();
        await reader.Database.OpenConnectionAsync();
        await reader.Database.ExecuteSqlRawAsync(database == Database.Sqlite ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ");
        var key = (await reader.Set<PersonalKeyRow>().AsNoTracking().SingleAsync()).Key;

        Assert.True((await centre.DoAsync(new EraseCustomer("AC-77", "Request"))).Allowed);
        Assert.NotNull(await centre.Services.GetRequiredService<ErasureWiped>().NowAsync(TestContext.Current.CancellationToken));
        Assert.True(await LiesAsync(centre, database, key));
        var standing = await Soon.FoundAsync("why it is not done", async () =>
            (await centre.AskAsync(new ErasureStanding())).Value is { Hindrance: not null } waits ? waits : null);
        Assert.NotNull(standing.Since);

        await reader.Database.ExecuteSqlRawAsync("COMMIT");
        centre.Time.Advance(TimeSpan.FromMinutes(1));
        await Soon.SoAsync("done", async () => (await centre.AskAsync(new ErasureStanding())).Value is { Since: null, Done: not null });
        Assert.False(await LiesAsync(centre, database, key));
    }

    /// <summary>Work that has begun already may have begun before this erasure, and serves it not.</summary>
    [Theory, EachDatabase]
    public async Task An_erasure_while_the_files_are_being_rid_of_another_is_done_after_it(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database, work: false);
        await centre.DoAsync(new KnowCustomers(["AC-77", "AC-78", "AC-79"]));
        await centre.DoAsync(new EraseCustomer("AC-77", "Request"));
        await using var db = centre.OpenDb();
        await db.Set<OutboxRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.State, WorkState.Running));

        await centre.DoAsync(new EraseCustomer("AC-78", "Request"));
        await centre.DoAsync(new EraseCustomer("AC-79", "Request"));

        Assert.Equal([WorkState.Waiting, WorkState.Running],
            (await db.Set<OutboxRow>().AsNoTracking().Select(row => row.State).ToListAsync()).Order());
    }

    /// <summary>PostgreSQL's statistics would keep samples of what was erased, in a table that erasure does not rewrite.</summary>
    [Fact]
    public async Task Of_columns_with_secrets_the_server_takes_no_samples()
    {
        Assert.SkipWhen(TestDatabase.Postgres is null, "No PostgreSQL.");
        await using var centre = await TestCentre.OpenAsync(Database.Postgres);
        await using var db = centre.OpenDb();
        var without = await db.Database.SqlQueryRaw<string>("""
            SELECT attrelid::regclass || '.' || attname AS "Value" FROM pg_attribute WHERE attstattarget = 0 AND attnum > 0
            """).ToListAsync();
        Assert.Contains("journal_personal.sealed", without);
        foreach (var column in centre.Services.GetServices<WrappedColumn>())
            Assert.Contains($"{column.Table}.{column.Column}", without);
    }

    internal static async Task<bool> LiesAsync(TestCentre centre, Database database, byte[] wanted)
    {
        if (database == Database.Sqlite)
            return WrappedKeysTests.Found(centre.ConnectionString, wanted);
        await using var db = centre.OpenDb();
        await db.Database.ExecuteSqlRawAsync("CHECKPOINT");
        const string Files = """
            SELECT current_setting('data_directory') || '/' || pg_relation_filepath(oid) AS "Value" FROM pg_class
            WHERE relkind IN ('r', 't', 'i', 'm') AND NOT relisshared AND pg_relation_filepath(oid) IS NOT NULL
            """;
        return (await db.Database.SqlQueryRaw<string>(Files).ToListAsync()).Any(file => WrappedKeysTests.Found(file, wanted));
    }

    /// <summary>Nobody has it in hand: nothing is written of it under a reference that would have to be erased again.</summary>
    [Theory, EachDatabase]
    public async Task A_contact_that_waits_at_the_time_goes_on_without_a_customer(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var before = (await centre.DoAsync(new KnowCustomers(["AC-77"]))).Value["AC-77"];
        await centre.Writer.AppendAsync([Entry.Of(new ContactArrived(Channel.Phone, "general", null, before), centre.Time.GetUtcNow(),
            FactKind.Live, "test", "1", Ids.New(), null)]);
        var erasure = (await centre.DoAsync(new EraseCustomer("AC-77", "Request"))).Value;
        Assert.Equal((1, 0, 1), (erasure.Contacts, erasure.InHand.Count, erasure.Without));
        Assert.Equal("customer.unknown", (await centre.DoAsync(new EraseCustomer("AC-77", "Again"))).Refusals[0].Code);
        await using var db = centre.OpenDb();
        Assert.Equal(before, (await db.Set<ContactRow>().AsNoTracking().SingleAsync()).Customer);
        Assert.Equal(0, await db.Set<PersonalKeyRow>().CountAsync());
    }

    [Theory, EachDatabase]
    public async Task Remarks_of_imports_that_name_the_customer_are_emptied(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new KnowCustomers(["ERASEME-7731"]));
        var import = Ids.New<ImportId>();
        await using (var db = centre.OpenDb())
        {
            db.Add(new ImportRow { Id = import, State = ImportState.Finished });
            db.Add(RemarkRow.Of(db.Master, import, 1, new Remark(RemarkKind.Rejected, 2, "No date", "rej1,notadate,eraseme-7731,handled")));
            db.Add(RemarkRow.Of(db.Master, import, 2, new Remark(RemarkKind.Rejected, 3, "No date", "rej2,notadate,OTHER-1,handled")));
            await db.SaveChangesAsync();
        }
        Assert.True((await centre.DoAsync(new EraseCustomer("ERASEME-7731", "Request"))).Allowed);
        var left = (await centre.AskAsync(new ImportRemarks(import, RemarkKind.Rejected))).Value;
        Assert.Equal(["[erased]", "rej2,notadate,OTHER-1,handled"], left.Select(remark => remark.Text));
    }

    [Theory, EachDatabase]
    public async Task A_file_that_waits_and_names_the_customer_is_put_away_and_its_key_with_it_and_others_wait_on(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new KnowCustomers(["ERASEME-7731"]));
        var (named, other) = (await BringAsync(centre, "eraseme-7731"), await BringAsync(centre, "OTHER-1"));
        await using var db = centre.OpenDb();
        var key = (await db.Set<ImportRow>().AsNoTracking().SingleAsync(row => row.Id == named)).FileKey!;

        Assert.True((await centre.DoAsync(new EraseCustomer("ERASEME-7731", "Request"))).Allowed);

        var rows = await db.Set<ImportRow>().AsNoTracking().ToDictionaryAsync(row => row.Id);
        Assert.Equal((ImportState.Discarded, ImportState.Mapping), (rows[named].State, rows[other].State));
        Assert.Empty(ImportRow.Wrapped.Open(db.Master, rows[named].FileKey, named.Value));
        Assert.NotEmpty(ImportRow.Wrapped.Open(db.Master, rows[other].FileKey, other.Value));
        await Soon.SoAsync("the key is in the files no more", async () => !await LiesAsync(centre, database, key));
    }

    /// <summary>Rows were read that stand; those left are told of, before and after, and on the import's page.</summary>
    [Theory, EachDatabase]
    public async Task A_file_stopped_half_way_says_why_it_was_put_away_and_how_many_rows_were_left(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new KnowCustomers(["23317894"]));
        await using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(await Importing.BankCallsAsync(5)));
        var kept = await centre.Services.GetRequiredService<ImportFolder>()
            .KeepAsync(stream, "calls.txt", 100_000, TestContext.Current.CancellationToken);
        var id = (await centre.DoAsync(new BringFile("technion-bank", kept!))).Value.Id;
        await using (var db = centre.OpenDb())
        {
            var row = await db.Set<ImportRow>().SingleAsync();
            (row.State, row.StartedAt, row.Position, row.Imported) = (ImportState.Stopped, centre.Time.GetUtcNow(), 2, 2);
            await db.SaveChangesAsync();
        }
        var told = new FilePutAway(id, "calls.txt", 2, 3);
        Assert.Equal([told], (await centre.AskAsync(new ErasureForeseen("23317894"))).Value.Files);
        Assert.Equal([told], (await centre.DoAsync(new EraseCustomer("23317894", "Request"))).Value.Files);
        var report = (await centre.AskAsync(new ImportRecord(id))).Value;
        Assert.Equal((ImportState.Discarded, 2L, "A customer whom it names was erased.", 3L, centre.Time.GetUtcNow()),
            (report.State, report.Imported, report.PutAway!.Why, report.PutAway.RowsLeft, report.PutAway.At));
        Assert.NotEmpty(report.PutAway.By);
        Assert.Equal(id, Assert.Single((await centre.AskAsync(new ImportList())).Value.Imports).Id);
    }

    /// <summary>It was gone on with as if nobody had been erased, and made the customer known anew.</summary>
    [Theory, EachDatabase]
    public async Task A_file_of_the_command_line_that_was_stopped_is_gone_on_with_by_nobody_and_stays_its_users(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new KnowCustomers(["23317894"]));
        var path = Path.Combine(Path.GetTempPath(), $"answerable-erased-{App.Ids.New():N}.txt");
        await File.WriteAllTextAsync(path, await Importing.BankCallsAsync(5), TestContext.Current.CancellationToken);
        var begin = await Importing.BeginAsync("technion-bank", path);
        var id = (await centre.DoAsync(begin)).Value;
        await using (var db = centre.OpenDb())
        {
            var row = await db.Set<ImportRow>().SingleAsync();
            (row.Position, row.HeldBy, row.HeldUntil) = (2, App.Ids.New(), centre.Time.GetUtcNow().AddSeconds(5));
            await db.SaveChangesAsync();
        }
        Assert.Equal("customer.in-import", Assert.Single((await centre.DoAsync(new EraseCustomer("23317894", "Request"))).Refusals).Code);
        centre.Time.Pass(TimeSpan.FromSeconds(6));

        var told = new FilePutAway(id, Path.GetFileName(path), 2, 3, path);
        Assert.Equal([told], (await centre.DoAsync(new EraseCustomer("23317894", "Request"))).Value.Files);

        Assert.Equal("import.state", Assert.Single((await centre.DoAsync(new ResumeImport(id))).Refusals).Code);
        Assert.Equal(ImportState.Discarded,
            (await centre.Services.GetRequiredService<Importer>().RunAsync(id, TestContext.Current.CancellationToken)).State);
        Assert.NotEqual(id, (await centre.DoAsync(begin)).Value);
        Assert.True(File.Exists(path));
        File.Delete(path);
    }

    private static async Task<ImportId> BringAsync(TestCentre centre, string reference)
    {
        var text = $"Ref,Start,Customer\n1,2026-07-01 09:00,{reference}\n";
        await using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        var kept = await centre.Services.GetRequiredService<ImportFolder>()
            .KeepAsync(stream, "calls.csv", 1000, TestContext.Current.CancellationToken);
        return (await centre.DoAsync(new BringFile("generic-csv", kept!))).Value.Id;
    }

    [Theory, EachDatabase]
    public async Task A_card_number_is_masked_before_it_is_sealed(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await using var db = centre.OpenDb();
        var id = await PersonalVault.KeepAsync(db, Ids.New(), "card 4111 1111 1111 1111 cvv 123");
        await db.SaveChangesAsync();
        Assert.Equal("card 4111 11** **** 1111 cvv ***", await PersonalVault.ReadAsync(db, id));
    }
}
