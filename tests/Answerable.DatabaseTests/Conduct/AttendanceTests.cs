using Answerable.App.Conduct;
using Answerable.App.Journal;
using Answerable.App.People;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Conduct;

public sealed class AttendanceTests
{
    [Theory, EachDatabase]
    public async Task One_ready_for_work_who_is_not_seen_any_more_is_signed_out_and_gets_no_referral(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var attendance = desk.Centre.Services.GetRequiredService<Attendance>();
        foreach (var person in new[] { desk.Agent, desk.Senior, desk.Leader })
            attendance.Seen(person.Id);
        Assert.Equal(3, await desk.Must(new KeepAttendance(), Actor.System));
        desk.Centre.Time.Set(desk.Centre.Time.GetUtcNow() + Attendance.Patience);
        Assert.Equal(0, await desk.Must(new SignOutAbsent(), Actor.System));

        foreach (var person in new[] { desk.Agent, desk.Other, desk.Leader, desk.Manager })
            attendance.Seen(person.Id);
        await desk.Must(new KeepAttendance(), Actor.System);
        desk.Centre.Time.Set(desk.Centre.Time.GetUtcNow() + TimeSpan.FromSeconds(1));
        Assert.Equal(1, await desk.Must(new SignOutAbsent(), Actor.System));
        Assert.Equal(Presence.SignedOut, (await desk.Look(new DeskQueue(), desk.Senior)).Presence);
        await using var db = desk.Centre.OpenDb();
        var told = await db.Set<JournalRow>().AsNoTracking()
            .Where(row => row.Subject == desk.Senior.Id.Value && row.Name == "person.presence-changed").OrderByDescending(row => row.Number)
            .FirstAsync();
        Assert.Equal(new PresenceChanged(desk.Senior.Id, Presence.Ready, Presence.SignedOut), told.Entry().Fact());

        var contact = await desk.AtGoodwillAsync();
        await desk.GiveAsync(contact, "60.00");
        Assert.Equal(desk.Leader.Id, (await db.Set<ReferralRow>().AsNoTracking().SingleAsync()).AssignedTo);
    }

    [Theory, EachDatabase]
    public async Task One_with_a_customer_or_on_a_break_is_left_as_they_are(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        Assert.Empty(desk.Centre.Services.GetRequiredService<Attendance>().Lately());
        await desk.AtGoodwillAsync();
        await desk.Must(new ChangePresence(Presence.Break), desk.Other);
        desk.Centre.Time.Set(desk.Centre.Time.GetUtcNow() + Attendance.Patience + TimeSpan.FromSeconds(1));
        await desk.Must(new SignOutAbsent(), Actor.System);
        Assert.Equal((Presence.Busy, Presence.Break, Presence.SignedOut), (
            (await desk.Look(new DeskQueue(), desk.Agent)).Presence,
            (await desk.Look(new DeskQueue(), desk.Other)).Presence,
            (await desk.Look(new DeskQueue(), desk.Senior)).Presence));
    }

    [Theory, EachDatabase]
    public async Task One_seen_by_any_node_is_missed_by_none(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        await using var other = await desk.Centre.BesideAsync();
        var attendance = desk.Centre.Services.GetRequiredService<Attendance>();
        // Both have been up for longer than the patience; only the first is asked for pages.
        for (var minute = 0; minute <= Attendance.Patience.TotalMinutes; minute++)
        {
            desk.Centre.Time.Pass(TimeSpan.FromMinutes(1));
            foreach (var person in new[] { desk.Agent, desk.Senior, desk.Leader, desk.Other, desk.Manager })
                attendance.Seen(person.Id);
            await desk.Must(new KeepAttendance(), Actor.System);
            other.Time.Set(desk.Centre.Time.GetUtcNow());
            Assert.Equal(0, await desk.Must(new SignOutAbsent(), Actor.System));
            Assert.Equal(0, (await other.DoAsync(new SignOutAbsent())).Value);
        }
        Assert.Equal(Presence.Ready, (await desk.Look(new DeskQueue(), desk.Senior)).Presence);
        desk.Centre.Time.Pass(Attendance.Patience + TimeSpan.FromSeconds(1));
        other.Time.Set(desk.Centre.Time.GetUtcNow());
        Assert.True((await other.DoAsync(new SignOutAbsent())).Value > 0);
        Assert.Equal(Presence.SignedOut, (await desk.Look(new DeskQueue(), desk.Senior)).Presence);
    }

    [Theory, EachDatabase]
    public async Task One_deactivated_is_signed_out_within_the_minute_and_it_is_told(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        await desk.Centre.DoAsync(new InvitePerson("Imran", "imran@centre.example", [Role.Administrator], null));
        await desk.Must(new ChangePresence(Presence.Break), desk.Senior);
        await desk.Must(new DeactivatePerson(desk.Senior.Id, "left"), Actor.System);
        Assert.Equal(1, await desk.Must(new SignOutAbsent(), Actor.System));
        await using var db = desk.Centre.OpenDb();
        var told = await db.Set<JournalRow>().AsNoTracking().OrderByDescending(row => row.Number).FirstAsync();
        Assert.Equal(new PresenceChanged(desk.Senior.Id, Presence.Break, Presence.SignedOut), told.Entry().Fact());
    }
}
