using Answerable.App;
using Answerable.App.Contacts;
using Answerable.App.Journal;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Journal;

public sealed class JournalTests
{
    private static readonly DateTimeOffset At = new(2026, 10, 9, 8, 0, 0, TimeSpan.Zero);

    private static Entry Arrival(string key, Guid? contact = null) => Entry.Of(
        new ContactArrived(Channel.Phone, "general"), At, FactKind.Live, "test", key, contact ?? Ids.New(), null);

    [Theory, EachDatabase]
    public async Task An_appended_chain_verifies(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => centre.Writer.AppendAsync([Arrival($"k{number}")])));
        var finding = (await centre.AskAsync(new JournalVerification())).Value;
        Assert.True(finding.Sound, finding.Fault);
        Assert.Equal(50, finding.Lines);
    }

    [Theory, EachDatabase]
    public async Task The_same_source_key_three_times_is_one_fact(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var contact = Ids.New();
        var together = await centre.Writer.AppendAsync([Arrival("k", contact), Arrival("k", contact)]);
        var later = await centre.Writer.AppendAsync([Arrival("k", contact)]);
        Assert.Equal([true, false], together);
        Assert.Equal([false], later);
        await using var db = centre.OpenDb();
        Assert.Equal(1, await db.Set<JournalRow>().CountAsync());
        Assert.Equal(1, await db.Set<ContactRow>().CountAsync());
    }

    [Theory, EachDatabase]
    public async Task Neither_database_lets_a_line_be_updated_or_deleted(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.Writer.AppendAsync([Arrival("k")]);
        await using var db = centre.OpenDb();
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("UPDATE journal_entries SET body = '{}'"));
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM journal_entries"));
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM journal_head"));
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("UPDATE journal_head SET number = 0"));
        if (database == Database.Postgres)
            await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("TRUNCATE journal_entries"));
        Assert.True((await centre.AskAsync(new JournalVerification())).Value.Sound);
    }

    [Theory, EachDatabase]
    public async Task Verification_names_an_altered_a_removed_and_a_reordered_line(Database database)
    {
        Assert.Equal(3, await BrokenAtAsync(database, "UPDATE journal_entries SET body = '{\"queue\":\"other\"}' WHERE number = 3"));
        Assert.Equal(4, await BrokenAtAsync(database, "DELETE FROM journal_entries WHERE number = 4"));
        Assert.Equal(5, await BrokenAtAsync(database, "DELETE FROM journal_entries WHERE number = 5"));
        Assert.Equal(2,
            await BrokenAtAsync(database,
            "UPDATE journal_entries SET number = 99 WHERE number = 2; UPDATE journal_entries SET number = 2 WHERE number = 3; UPDATE " +
            "journal_entries SET number = 3 WHERE number = 99"));
    }

    /// <summary>Tampers as one with the owner's rights over the database could, triggers taken off first.</summary>
    private static async Task<long?> BrokenAtAsync(Database database, string tampering)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.Writer.AppendAsync(Enumerable.Range(0, 5).Select(number => Arrival($"k{number}")).ToArray());
        await using var db = centre.OpenDb();
        await db.Database.ExecuteSqlRawAsync(database == Database.Sqlite
            ? "DROP TRIGGER journal_entries_never_updated; DROP TRIGGER journal_entries_never_deleted"
            : "ALTER TABLE journal_entries DISABLE TRIGGER ALL");
        await db.Database.ExecuteSqlRawAsync(tampering.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        return (await centre.AskAsync(new JournalVerification())).Value.BrokenAt;
    }
}
