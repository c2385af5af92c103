using Answerable.App.Authority;
using Answerable.App.Centre;
using Answerable.App.Journal;
using Answerable.DatabaseTests.Conduct;
using Answerable.Model.Centre;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Centre;

public sealed class CentreSettingsTests
{
    [Theory, EachDatabase]
    public async Task A_new_centre_is_the_usual_one_until_it_says_otherwise_and_the_change_is_on_record(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var inForce = centre.Services.GetRequiredService<CentreInForce>();
        Assert.Equal(CentreSettings.Usual with { Hours = (await inForce.NowAsync()).Hours }, await inForce.NowAsync());
        Assert.True((await centre.DoAsync(new ChangeCentre(" Liffey Desk ", "Europe/Dublin", "eur", ""))).Allowed);
        var now = await inForce.NowAsync();
        Assert.Equal(("Liffey Desk", "Europe/Dublin", "EUR", null), (now.Name, now.Zone, now.Currency.Code, now.Holidays));
        await using var db = centre.OpenDb();
        var told = await db.Set<JournalRow>().SingleAsync(row => row.Subject == CentreId.TheOne.Value, TestContext.Current.CancellationToken);
        Assert.Equal("centre.changed", told.Name);
        Assert.Contains("Dublin", told.Body, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_a_centre_cannot_be_is_refused_at_its_field(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var several = await centre.DoAsync(new ChangeCentre("", "Europe/Atlantis", "XXX", "wales"));
        Assert.Equal(["Name", "Zone", "Currency", "Holidays"], several.Refusals.Select(refusal => refusal.Field));
        Assert.Equal("Zone", Assert.Single((await centre.DoAsync(new ChangeCentre("Here", "GMT Standard Time", "GBP", ""))).Refusals).Field);
        var seen = (await centre.AskAsync(new CentreRecord())).Value.Revision;
        Assert.True((await centre.DoAsync(new ChangeCentre("One", "Europe/London", "GBP", "", seen))).Allowed);
        Assert.Equal("changed-meanwhile",
            Assert.Single((await centre.DoAsync(new ChangeCentre("Two", "Europe/London", "GBP", "", seen))).Refusals).Code);
    }

    [Theory, EachDatabase]
    public async Task The_currency_is_not_changed_under_limits_that_stand_in_it(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var refusal = await desk.Refused(new ChangeCentre("Billing", "Europe/London", "EUR", ""), Actor.System);
        Assert.Equal(("centre.currency-held", "Currency"), (refusal.Code, refusal.Field));
        await desk.Must(new ChangeCentre("Billing", "Europe/Dublin", "GBP", ""), Actor.System);
        Assert.Equal("access.denied", (await desk.Refused(new ChangeCentre("Billing", "Europe/London", "GBP", ""), desk.Manager)).Code);
        Assert.NotNull((await desk.Look(new CentreRecord(), Actor.System)).CurrencyHeldAt);
    }
}
