using Answerable.App;
using Answerable.App.Contacts;
using Answerable.App.Journal;
using Answerable.App.Privacy;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

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
