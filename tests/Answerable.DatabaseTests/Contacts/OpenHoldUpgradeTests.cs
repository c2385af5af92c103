using Answerable.App.Contacts;
using Answerable.App.Storage;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Contacts;

/// <summary>0.1.0 kept a hold as a sum and how many were open: script 0120 makes of it when it began.</summary>
public sealed class OpenHoldUpgradeTests
{
    private const long Answered = 1_790_000_000_000;

    [Theory, EachDatabase]
    public async Task A_hold_open_while_the_product_is_upgraded_ends_as_it_would_have(Database database)
    {
        await using var centre = TestCentre.Over(await TestDatabase.OfReleaseAsync(database));
        await using var db = centre.OpenDb();
        var ids = await db.Set<ContactRow>().Where(row => row.ClosedAt != null && !row.Excluded).OrderBy(row => row.Id).Select(row => row.Id).Take(3)
            .ToListAsync();
        // On hold since ten seconds in, and still talking.
        await LeaveAsync(ids[0], ended: null, closed: null, open: 1, balance: -(Answered + 10_000), ContactState.Talking);
        // Five seconds on hold before, on hold again since twenty seconds in, and closed without coming off it.
        await LeaveAsync(ids[1], Answered + 60_000, Answered + 70_000, open: 1, balance: 5_000 - (Answered + 20_000), ContactState.Handled);
        // Five seconds on hold, and off it.
        await LeaveAsync(ids[2], Answered + 60_000, Answered + 70_000, open: 0, balance: 5_000, ContactState.Handled);
        await centre.Services.GetRequiredService<Schema>().MigrateAsync();

        var talking = await ContactAsync(ids[0]);
        Assert.Equal((ContactState.Talking, true), (talking.State, talking.Holds!.Open));
        var ended = After(After(talking, 40, new ContactRetrieved()), 100, new ContactEnded());
        Assert.Equal((30_000L, 70_000L), (ended.HoldMs!.Value, ended.TalkMs!.Value));
        Assert.Equal(90_000L, After(talking, 100, new ContactEnded()).HoldMs);
        var closed = await ContactAsync(ids[1]);
        Assert.Equal((45_000L, 15_000L, 70_000L), (closed.HoldMs!.Value, closed.TalkMs!.Value, closed.HandledInMs!.Value));
        var summed = await ContactAsync(ids[2]);
        Assert.Equal((5_000L, 55_000L, 70_000L), (summed.HoldMs!.Value, summed.TalkMs!.Value, summed.HandledInMs!.Value));
        Assert.Equal([70_000L, 70_000L], await db.Set<ContactRow>().Where(row => row.Id == ids[1] || row.Id == ids[2])
            .Select(row => row.HandleMs!.Value).ToListAsync());

        Task<int> LeaveAsync(ContactId id, long? ended, long? closed, int open, long balance, ContactState state) =>
            db.Database.ExecuteSqlAsync($"""
            UPDATE journal_contacts SET arrived_at = {Answered - 1000}, queued_at = NULL, answered_at = {Answered},
                ended_at = NULLIF({ended ?? 0}, 0),
                closed_at = NULLIF({closed ?? 0}, 0), abandoned_at = NULL,
                open_holds = {open}, hold_balance_ms = {balance}, state = {(int)state}, handle_ms = {(closed ?? Answered) - Answered}
            WHERE id = {id.Value}
            """);
        async Task<Contact> ContactAsync(ContactId id) => (await db.Set<ContactRow>().AsNoTracking().SingleAsync(row => row.Id == id)).Contact();
        static Contact After(Contact contact, int second, ContactFact fact) => ContactFold.Apply(contact, Entry.Of(fact,
            DateTimeOffset.FromUnixTimeMilliseconds(Answered + second * 1000), contact.Kind, contact.Source, $"{second}",
            contact.Id.Value, null), fact);
    }
}
