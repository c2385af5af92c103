using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Answerable.App.Privacy;
using Answerable.App.Storage;
using Answerable.DatabaseTests.Web;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Answerable.DatabaseTests.Deliveries.Telephony;

namespace Answerable.DatabaseTests.Deliveries;

public sealed class ErasedCustomerEventsTests
{
    /// <summary>What telephony tells late of a contact whose customer was erased makes nobody known; who comes again is known again.</summary>
    [Theory, EachDatabase]
    public async Task What_is_told_late_of_an_erased_customers_contact_makes_nobody_known(Database database)
    {
        await using var kept = await TestDatabase.MigratedAsync(database);
        await using var centre = new WebCentre(kept);
        using var client = await KeyedAsync(centre);
        Assert.Equal((HttpStatusCode.OK, 3, 0, 0), await CountsAsync(client, """
            [{"id":"1","contact":"c","type":"arrived","at":"2026-10-09T08:00:00Z","queue":"Repairs","customer":"A-1"},
            {"id":"2","contact":"c","type":"ended","at":"2026-10-09T08:02:35Z"},{"id":"3","contact":"c","type":"wrapped","at":"2026-10-09T08:02:45Z"}]
            """));
        var before = (await client.GetFromJsonAsync<JsonElement>("/api/contacts/c")).GetProperty("customer").GetString();
        Assert.True((await centre.Dispatcher.DoAsync(new EraseCustomer("A-1", "Request"), Actor.System)).Allowed);
        Assert.Equal((HttpStatusCode.OK, 2, 0, 0), await CountsAsync(client, """
            [{"id":"4","contact":"c","type":"customer-known","at":"2026-10-09T08:01:00Z","customer":"A-1"},
            {"id":"5","contact":"c","type":"arrived","at":"2026-10-09T07:59:59Z","queue":"Repairs","customer":"A-1"}]
            """));
        Assert.Equal(before, (await client.GetFromJsonAsync<JsonElement>("/api/contacts/c")).GetProperty("customer").GetString());
        await using var db = await centre.Services.GetRequiredService<IDbContextFactory<AnswerableDb>>().CreateDbContextAsync(
            TestContext.Current.CancellationToken);
        Assert.Empty(await db.Set<CustomerRow>().Where(row => row.ErasedAt == null).ToListAsync());
        Assert.Equal((HttpStatusCode.OK, 1, 0, 0), await CountsAsync(client,
            """{"id":"6","contact":"d","type":"arrived","at":"2026-10-09T08:30:00Z","queue":"Repairs","customer":"A-1"}"""));
        Assert.Single(await db.Set<CustomerRow>().Where(row => row.ErasedAt == null).ToListAsync());
    }
}
