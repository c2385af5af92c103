using Answerable.App;
using Answerable.App.Contacts;
using Answerable.App.Import;
using Answerable.App.Journal;
using Answerable.App.Privacy;
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
        Assert.Equal("not-found", (await centre.DoAsync(new EraseCustomer("AC-77", "again"))).Refusals[0].Code);
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
        var keys = (await db.Set<PersonalKeyRow>().AsNoTracking().ToListAsync()).ConvertAll(row => row.Key);
        var texts = (await db.Set<PersonalRow>().AsNoTracking().ToListAsync()).ConvertAll(row => row.Sealed);
        foreach (var bytes in keys.Concat(texts))
            Assert.True(await LiesAsync(centre, database, bytes));

        Assert.True((await centre.DoAsync(new EraseCustomer("AC-77", "Request"))).Allowed);
        Assert.True((await centre.DoAsync(new EraseCustomer("AC-78", "Request"))).Allowed);
        await centre.Services.GetRequiredService<ErasureWiped>().NowAsync(TestContext.Current.CancellationToken);

        foreach (var bytes in keys.Concat(texts))
            Assert.False(await LiesAsync(centre, database, bytes));
    }

    private static async Task<bool> LiesAsync(TestCentre centre, Database database, byte[] wanted)
    {
        if (database == Database.Sqlite)
            return WrappedKeysTests.Found(centre.ConnectionString, wanted);
        await using var db = centre.OpenDb();
        await db.Database.ExecuteSqlRawAsync("CHECKPOINT");
        const string Files = """
            SELECT current_setting('data_directory') || '/' || pg_relation_filepath(oid) AS "Value" FROM pg_class
            WHERE relkind IN ('r', 't', 'i') AND relfilenode <> 0 AND relnamespace <> 'pg_catalog'::regnamespace
            """;
        return (await db.Database.SqlQueryRaw<string>(Files).ToListAsync()).Any(file => WrappedKeysTests.Found(file, wanted));
    }

    [Theory, EachDatabase]
    public async Task A_contact_open_at_the_time_goes_on_as_somebody_new_who_can_be_erased(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var before = (await centre.DoAsync(new KnowCustomers(["AC-77"]))).Value["AC-77"];
        await centre.Writer.AppendAsync([Entry.Of(new ContactArrived(Channel.Phone, "general", null, before), centre.Time.GetUtcNow(),
            FactKind.Live, "test", "1", Ids.New(), null)]);
        Assert.Equal(1, (await centre.DoAsync(new EraseCustomer("AC-77", "Request"))).Value.Open);
        await using var db = centre.OpenDb();
        var anew = (await db.Set<ContactRow>().AsNoTracking().SingleAsync()).Customer!.Value;
        Assert.NotEqual(before, anew);
        await Assert.ThrowsAsync<InvalidOperationException>(() => PersonalVault.KeepAsync(db, before.Value, "a note"));
        var note = await PersonalVault.KeepAsync(db, anew.Value, "a note");
        await db.SaveChangesAsync();

        Assert.True((await centre.DoAsync(new EraseCustomer("AC-77", "Again"))).Allowed);
        Assert.Null(await PersonalVault.ReadAsync(db, note));
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
    public async Task A_card_number_is_masked_before_it_is_sealed(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await using var db = centre.OpenDb();
        var id = await PersonalVault.KeepAsync(db, Ids.New(), "card 4111 1111 1111 1111 cvv 123");
        await db.SaveChangesAsync();
        Assert.Equal("card 4111 11** **** 1111 cvv ***", await PersonalVault.ReadAsync(db, id));
    }
}
