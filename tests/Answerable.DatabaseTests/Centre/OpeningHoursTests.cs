using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.Journal;
using Answerable.App.Measures;
using Answerable.Model;
using Answerable.Model.Centre;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
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
        Assert.True((await centre.DoAsync(new SetSpecialDay(Fair, "bins", "08:00-12:00", "Extra round", NewQueue: true))).Allowed);
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
    public async Task A_week_that_cannot_be_is_refused_at_its_weekday_and_nothing_is_said(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        string[] usual = ["09:00-17:00", "", "", "", "", "", ""];
        string[] With(int place, string open) => [.. usual.Select((day, at) => at == place ? open : day)];
        async Task<(string Code, string? Field)> RefusedAsync(string queue, string[] days, long? revision = null)
        {
            var refusal = Assert.Single((await centre.DoAsync(new ChangeOpeningWeek(queue, days, revision))).Refusals);
            return (refusal.Code, refusal.Field);
        }

        Assert.Equal(("centre.never-open", "Monday"), await RefusedAsync("", With(0, "")));
        Assert.Equal(("centre.hours-unread", "Tuesday"), await RefusedAsync("", With(1, "nine to five")));
        Assert.Equal(("centre.hours-unread", "Tuesday"), await RefusedAsync("", With(1, "09:00-09:00")));
        Assert.Equal(("centre.hours-overlap", "Monday"), await RefusedAsync("", With(0, "09:00-13:00, 12:59-17:00")));
        Assert.Equal(("centre.hours-overlap", "Monday"), await RefusedAsync("", With(6, "22:00-09:30")));
        Assert.Equal(("centre.queue", "Queue"), await RefusedAsync(new string('q', 61), usual));
        var seen = (await centre.AskAsync(new CentreRecord())).Value.Revision;
        Assert.Equal("changed-meanwhile", (await RefusedAsync("", usual, seen - 1)).Code);
        Assert.Empty((await HoursAsync(centre)).Weeks);
        Assert.True((await centre.DoAsync(new ChangeOpeningWeek("", With(6, "22:00-09:00"), seen))).Allowed);
    }

    [Theory, EachDatabase]
    public async Task A_special_day_needs_a_reason_and_hours_that_do_not_meet(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        async Task<IEnumerable<(string, string?)>> RefusedAsync(string queue, string open, string why) =>
            (await centre.DoAsync(new SetSpecialDay(Fair, queue, open, why))).Refusals.Select(refusal => (refusal.Code, refusal.Field));

        Assert.Equal([("centre.special-why", "Why")], await RefusedAsync("", "", " "));
        Assert.Equal([("centre.special-why", "Why")], await RefusedAsync("", "", new string('w', 121)));
        Assert.Equal([("centre.hours-overlap", "Open")], await RefusedAsync("", "10:00-13:00, 12:00-14:00", "Fair"));
        Assert.Equal([("centre.queue", "Queue")], await RefusedAsync(new string('q', 61), "", "Fair"));
        Assert.Empty((await HoursAsync(centre)).Special);
    }

    [Theory, EachDatabase]
    public async Task A_special_day_no_plan_or_figure_reaches_is_refused_at_its_date(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var today = DateOnly.FromDateTime(centre.Time.GetUtcNow().UtcDateTime);
        foreach (var far in new[] { DateOnly.MinValue, DateOnly.MaxValue, today.AddYears(-10).AddDays(-1), today.AddYears(10).AddDays(1) })
        {
            var refusal = Assert.Single((await centre.DoAsync(new SetSpecialDay(far, "", "", "Slip of the hand"))).Refusals);
            Assert.Equal(("centre.special-far", "Date"), (refusal.Code, refusal.Field));
            Assert.Contains($"from {today.AddYears(-10):yyyy-MM-dd} to {today.AddYears(10):yyyy-MM-dd}", refusal.Text, StringComparison.Ordinal);
        }
        foreach (var near in new[] { today.AddYears(-10), today.AddYears(10) })
            Assert.True((await centre.DoAsync(new SetSpecialDay(near, "", "", "As far as plans reach"))).Allowed);
        Assert.Equal(2, (await HoursAsync(centre)).Special.Count);
    }

    [Theory, EachDatabase]
    public async Task Hours_are_said_of_a_queue_that_is_known_as_it_is_written_or_of_one_said_to_be_new(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        string[] days = [.. Enumerable.Repeat("09:00-17:00", 7)];
        await centre.Writer.AppendAsync([Entry.Of(
            new ContactRecorded(Channel.Phone, "Payments", null, null, ContactState.Handled, 1000, 60_000, 0, 0, null, "Ann", null),
            new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero), FactKind.Live, "test", "1", new Guid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5), null)]);
        await Soon.FoundAsync("the queue is known",
            async () => (await centre.AskAsync(new KpiFigures("contacts", new(2026, 9, 1), new(2026, 9, 2)) { Whole = true })).Allowed
                && (await centre.AskAsync(new CentreRecord())).Value.Queues.SequenceEqual(["Payments"]) ? "so" : null,
            () => centre.Time.Pass(TimeSpan.FromSeconds(5)));
        var unknown = Assert.Single((await centre.DoAsync(new ChangeOpeningWeek("Paymnets", days))).Refusals);
        Assert.Equal(("centre.queue-unknown", "Queue"), (unknown.Code, unknown.Field));
        Assert.Equal("No contact, plan or opening hours name the queue 'Paymnets' yet. There are: Payments. If it is to come, say that it is new.",
            unknown.Text);
        Assert.Equal("centre.queue-unknown", Assert.Single((await centre.DoAsync(new SetSpecialDay(Fair, "Paymnets", "", "Fair"))).Refusals).Code);
        Assert.Empty((await HoursAsync(centre)).Weeks);
        Assert.True((await centre.DoAsync(new ChangeOpeningWeek(" payments ", days))).Allowed);
        Assert.True((await centre.DoAsync(new ChangeOpeningWeek("Complaints", days, NewQueue: true))).Allowed);
        Assert.True((await centre.DoAsync(new SetSpecialDay(Fair, "complaints", "", "Fair"))).Allowed);
        var hours = await HoursAsync(centre);
        Assert.Equal(["Payments", "Complaints"], hours.Weeks.Select(week => week.Queue));
        Assert.Equal("Complaints", Assert.Single(hours.Special).Queue);
    }

    [Theory, EachDatabase]
    public async Task Only_who_administers_the_system_says_when_the_centre_is_open(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var manager = Actor.Of(new PersonId(new Guid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)), "Mina", [Role.Manager], null);
        IAct<Done>[] acts =
            [new ChangeOpeningWeek("", []), new RemoveOpeningWeek(""), new SetSpecialDay(Fair, "", "", "Fair"), new RemoveSpecialDay(Fair, "")];
        foreach (var act in acts)
            Assert.Equal("access.denied", Assert.Single((await centre.DoAsync(act, manager)).Refusals).Code);
        Assert.Equal("access.denied", Assert.Single((await centre.AskAsync(new CentreRecord(), manager)).Refusals).Code);
    }

    [Theory, EachDatabase]
    public async Task A_queues_own_week_is_taken_away_and_the_hours_of_all_hold_again(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        string[] days = ["09:00-17:00", "09:00-17:00", "09:00-17:00", "09:00-17:00", "09:00-17:00", "", ""];
        Assert.True((await centre.DoAsync(new ChangeOpeningWeek("", days))).Allowed);
        Assert.True((await centre.DoAsync(new ChangeOpeningWeek("bins", [.. days.Select(_ => "06:00-14:00")], NewQueue: true))).Allowed);
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
