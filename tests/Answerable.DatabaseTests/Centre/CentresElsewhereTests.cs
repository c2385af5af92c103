using System.Net;
using Answerable.App.Authority;
using Answerable.App.Centre;
using Answerable.App.Conduct;
using Answerable.App.Contacts;
using Answerable.App.Import.Profiles;
using Answerable.App.Measures;
using Answerable.App.Planning;
using Answerable.DatabaseTests.Conduct;
using Answerable.DatabaseTests.Import;
using Answerable.DatabaseTests.Web;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Centre;

/// <summary>A centre in Belfast, one in Dublin with euros, one that is open over midnight: each reads its days and its money rightly.</summary>
public sealed class CentresElsewhereTests
{
    private static readonly string[] Nights = [.. Enumerable.Repeat("22:00-06:00", 7)];

    [Theory, EachDatabase]
    public async Task In_Belfast_the_bank_holidays_of_Northern_Ireland_close_the_queue(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await Must(centre, new ChangeCentre("Lagan", "Europe/London", "GBP", "northern-ireland"));
        await Must(centre, new ChangeOpeningWeek("", [.. Enumerable.Repeat("09:00-17:00", 5), "", ""]));
        await DeliverAsync(centre, [.. new[] { 16, 17, 18 }.Select(day => new DateTimeOffset(2026, 3, day, 10, 0, 0, TimeSpan.Zero))]);
        Assert.Equal([16, 18], (await CountsAsync(centre)).Select(count => count.Start.Day).Distinct());
        await Must(centre, new ChangeCentre("Lagan", "Europe/London", "GBP", "scotland"));
        Assert.Equal([16, 17, 18], (await CountsAsync(centre)).Select(count => count.Start.Day).Distinct());
    }

    [Theory, EachDatabase]
    public async Task In_Dublin_what_is_decided_at_the_desk_is_said_in_euros(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database, place: new ChangeCentre("Liffey", "Europe/Dublin", "EUR", ""));
        var contact = await desk.AtGoodwillAsync();
        Assert.Equal("Amount is not an amount: write euros and cents as 12.50.", Assert.Single((await desk.GiveAsync(contact, "£60")).Refusals).Text);
        var referral = await desk.ReferredAsync(contact, "€60");
        Assert.Equal((6000, "Goodwill of €60.00 is over the agent's limit of €50.00 a contact."), (referral.Pence, referral.Why));
        await desk.Must(new AcceptReferral(referral.Id), desk.Senior);
        Assert.Equal("Approve up to €60.00, which is what was asked for.",
            (await desk.Refused(new DecideReferral(referral.Id, true, null, 7000), desk.Senior)).Text);
        Assert.Equal("An amount is between €0.00 and €1,000,000.00.",
            (await desk.Refused(new SetLimit("goodwill", Role.Agent, null) { PerContactPence = -1 }, desk.Manager)).Text);
    }

    [Theory, EachDatabase]
    public async Task Open_over_midnight_days_are_cut_by_the_centres_own_clock_and_the_night_is_planned_as_open(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await Must(centre, new ChangeCentre("Night line", "Europe/Athens", "EUR", ""));
        await Must(centre, new ChangeOpeningWeek("", Nights));
        // 23:00 and 05:30 of the nights, and one at noon that slipped in, by the clock of Athens.
        await DeliverAsync(centre, [.. Enumerable.Range(1, 3).SelectMany(day => new[]
            { "20:00", "02:30", "09:00" }.Select(time => DateTimeOffset.Parse($"2026-09-0{day}T{time}Z", null)))]);
        await centre.ImportTextAsync("generic-csv", "Ref,Start,Result\n1,2026-09-03 01:30:00,handled\n", new GenericMapping
        {
            Columns = new Dictionary<string, string> { ["id"] = "Ref", ["arrived"] = "Start", ["outcome"] = "Result" },
        });
        await using (var db = centre.OpenDb())
            Assert.Equal(new DateTimeOffset(2026, 9, 2, 22, 30, 0, TimeSpan.Zero),
                (await db.Set<ContactRow>().SingleAsync(row => row.Kind == FactKind.Imported, TestContext.Current.CancellationToken)).ArrivedAt);
        var day = await centre.AskAsync(new KpiFigures("contacts", new DateOnly(2026, 9, 3), new DateOnly(2026, 9, 4)) { Whole = true });
        Assert.Equal(("Europe/Athens", 4), (day.Value.Zone, (int)day.Value.Total.Value!.Value));
        var counts = (await centre.AskAsync(new JournalCounts("", "", new DateOnly(2026, 9, 2), new DateOnly(2026, 9, 3)), Planner)).Value;
        Assert.Equal(32, counts.Count);
        Assert.All(counts, count => Assert.True(count.Start.Hour is < 6 or >= 22));
        Assert.Equal(2, counts.Sum(count => count.Calls));
    }

    [Theory, EachDatabase]
    public async Task The_pages_show_and_take_the_centres_own(Database database)
    {
        await using var kept = await TestDatabase.EmptyAsync(database);
        await using var centre = new WebCentre(kept);
        var administrator = await centre.SignedInAsync(Role.Administrator);
        var answer = await SentAsync(administrator, "/centre/settings", Settings("Liffey", "Europe/Atlantis"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("'Europe/Atlantis' is not a time zone", page, StringComparison.Ordinal);
        Assert.Contains("id=\"zone-refused\"", page, StringComparison.Ordinal);
        answer = await SentAsync(administrator, "/centre/settings", Settings("Liffey", "Europe/Athens"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        answer = await SentAsync(administrator, "/centre/weeks", new()
        { ["Week.Monday"] = "22:00-06:00", ["Week.Tuesday"] = "05:00-09:00" });
        Assert.Contains("22:00-06:00 on Monday runs into 05:00-09:00 on Tuesday",
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther,
            (await SentAsync(administrator, "/centre/weeks", new() { ["Week.Monday"] = "22:00-06:00" })).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await SentAsync(administrator, "/centre/special-days", new()
        { ["Special.Date"] = "2026-12-25", ["Special.Why"] = "Christmas" })).StatusCode);
        var shown = WebUtility.HtmlDecode(await administrator.GetStringAsync("/centre", TestContext.Current.CancellationToken));
        Assert.Contains("Monday 22:00-06:00<", shown, StringComparison.Ordinal);
        Assert.Contains("Tuesday to Sunday closed<", shown, StringComparison.Ordinal);
        Assert.Contains("Fri 25 Dec 2026", shown, StringComparison.Ordinal);
        await RemovedAsync(administrator, "/centre/special-days/removal", new() { ["date"] = "2026-12-25", ["queue"] = "" });
        await RemovedAsync(administrator, "/centre/weeks/removal", new() { ["queue"] = "" });
        Assert.Contains("No hours are said yet", await administrator.GetStringAsync("/centre", TestContext.Current.CancellationToken),
            StringComparison.Ordinal);

        await centre.Dispatcher.DoAsync(new DefineDecisionKind("goodwill", "Goodwill", true), Actor.System);
        await centre.Dispatcher.DoAsync(new SetLimit("goodwill", Role.Agent, null) { PerContactPence = 5000 }, Actor.System);
        var manager = await centre.SignedInAsync(Role.Manager);
        var limits = WebUtility.HtmlDecode(await manager.GetStringAsync("/authority/goodwill", TestContext.Current.CancellationToken));
        Assert.Contains("€50.00 a contact", limits, StringComparison.Ordinal);
        Assert.Contains("Euros a contact", limits, StringComparison.Ordinal);
        Assert.DoesNotContain("£", limits, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Settings(string name, string zone) =>
        new()
        {
            ["Settings.Name"] =
            name,
            ["Settings.Zone"] = zone,
            ["Settings.Currency"] = "EUR",
            ["Settings.Holidays"] = "",
            ["Settings.Revision"] = "1"
        };

    private static async Task RemovedAsync(HttpClient client, string address, Dictionary<string, string> fields) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await SentAsync(client, address, fields)).StatusCode);

    private static async Task<HttpResponseMessage> SentAsync(HttpClient client, string address, Dictionary<string, string> fields)
    {
        fields["__RequestVerificationToken"] = await WebCentre.TokenAsync(client, "/centre");
        return await client.PostAsync(address, new FormUrlEncodedContent(fields));
    }

    private static readonly Actor Planner = Actor.Of(new PersonId(new Guid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)), "Stuart", [Role.Planner], null);

    private static async Task<IReadOnlyList<Answerable.Analysis.Planning.Forecasts.IntervalCount>> CountsAsync(TestCentre centre) =>
        (await centre.AskAsync(new JournalCounts("main", "", new DateOnly(2026, 3, 16), new DateOnly(2026, 3, 19)), Planner)).Value;

    private static async Task Must(TestCentre centre, App.Acts.IAct<Done> act)
    {
        var outcome = await centre.DoAsync(act);
        Assert.True(outcome.Allowed, string.Join(" ", outcome.Refusals));
    }

    private static Task<bool[]> DeliverAsync(TestCentre centre, IReadOnlyList<DateTimeOffset> arrivals) =>
        centre.Writer.AppendAsync([.. arrivals.Select((at, key) =>
        Entry.Of(new ContactRecorded(Channel.Phone, "main", null, null, ContactState.Handled, 1000, 60_000, 0, 0, null, "Ann", null), at,
            FactKind.Live, "test", $"{key}",
            new Guid(key + 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5), null))]);
}
