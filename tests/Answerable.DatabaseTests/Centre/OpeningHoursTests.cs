using Answerable.App.Centre;
using Answerable.App.Journal;
using Answerable.Model.Centre;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Centre;

public sealed class OpeningHoursTests
{
    private static readonly DateOnly Fair = new(2026, 12, 24);

    [Theory, EachDatabase]
    public async Task A_special_day_is_set_set_anew_and_taken_away_with_a_fact_each(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        Assert.True((await centre.DoAsync(new SetSpecialDay(Fair, "", "10:00-13:00", "Christmas Eve"))).Allowed);
        Assert.True((await centre.DoAsync(new SetSpecialDay(Fair, "", "", "Closed after all"))).Allowed);
        Assert.True((await centre.DoAsync(new SetSpecialDay(Fair, "bins", "08:00-12:00", "Extra round"))).Allowed);
        Assert.Equal([("", 0, "Closed after all"), ("bins", 1, "Extra round")],
            (await HoursAsync(centre)).Special.Select(day => (day.Queue, day.Open.Count, day.Why)));
        Assert.True((await centre.DoAsync(new RemoveSpecialDay(Fair, ""))).Allowed);
        Assert.Equal("not-found", Assert.Single((await centre.DoAsync(new RemoveSpecialDay(Fair, ""))).Refusals).Code);
        Assert.Equal("bins", Assert.Single((await HoursAsync(centre)).Special).Queue);
        var facts = await FactsAsync(centre);
        Assert.Equal(4, facts.Count);
        Assert.Equal([facts[0], facts[0], facts[0]], facts.Take(3));
        Assert.NotEqual(facts[0], facts[3]);
    }

    [Theory, EachDatabase]
    public async Task A_special_day_that_cannot_be_is_refused_at_its_fields(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var refused = (await centre.DoAsync(new SetSpecialDay(null, "", "ten to four", "Fair"))).Refusals;
        Assert.Contains(refused, refusal => refusal.Field == "Date");
        Assert.Contains(refused, refusal => refusal.Field == "Open");
        Assert.Empty((await HoursAsync(centre)).Special);
    }

    [Theory, EachDatabase]
    public async Task A_queues_own_week_is_taken_away_and_the_hours_of_all_hold_again(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        string[] days = ["09:00-17:00", "09:00-17:00", "09:00-17:00", "09:00-17:00", "09:00-17:00", "", ""];
        Assert.True((await centre.DoAsync(new ChangeOpeningWeek("", days))).Allowed);
        Assert.True((await centre.DoAsync(new ChangeOpeningWeek("bins", [.. days.Select(_ => "06:00-14:00")]))).Allowed);
        Assert.Equal("bins", (await HoursAsync(centre)).WeekOf("bins")!.Queue);
        Assert.True((await centre.DoAsync(new RemoveOpeningWeek("bins"))).Allowed);
        Assert.Equal("", (await HoursAsync(centre)).WeekOf("bins")!.Queue);
        Assert.Equal("not-found", Assert.Single((await centre.DoAsync(new RemoveOpeningWeek("bins"))).Refusals).Code);
    }

    private static async Task<OpeningHours> HoursAsync(TestCentre centre) => (await centre.AskAsync(new CentreRecord())).Value.Settings.Hours;

    private static async Task<List<string>> FactsAsync(TestCentre centre)
    {
        await using var db = centre.OpenDb();
        return await db.Set<JournalRow>().Where(row => row.Subject == CentreId.TheOne.Value).OrderBy(row => row.Number).Select(row => row.Name)
            .ToListAsync();
    }
}
