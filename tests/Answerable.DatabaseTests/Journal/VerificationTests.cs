using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.DatabaseTests.Deliveries;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Journal;

/// <summary>What one with the owner's rights over the database can do to it without the master key, as the review did: each is found.</summary>
public sealed class VerificationTests
{
    private const string Unguarded = """
        DROP TRIGGER journal_entries_never_updated; DROP TRIGGER journal_entries_never_deleted; DROP TRIGGER journal_head_only_forward;
        DROP TRIGGER journal_head_never_deleted; DROP TRIGGER storage_chain_key_never_changed; DROP TRIGGER storage_chain_key_never_deleted
        """;

    private static readonly DateTimeOffset At = new(2026, 10, 9, 8, 0, 0, TimeSpan.Zero);

    public static TheoryData<Database, string, string> Alterations()
    {
        var rows = new TheoryData<Database, string, string>();
        foreach (var database in Enum.GetValues<Database>())
            foreach (var (how, sql) in Ways(database))
                if (database == Database.Sqlite || TestDatabase.Postgres is not null)
                    rows.Add(database, how, sql);
        return rows;
    }

    private static IEnumerable<(string How, string Sql)> Ways(Database database)
    {
        const string HeadAt = "UPDATE journal_head SET number = (SELECT MAX(number) FROM journal_entries), "
            + "hash = (SELECT hash FROM journal_entries ORDER BY number DESC LIMIT 1) WHERE id = 1";
        yield return ("the tail cut and the head moved back",
            $"DELETE FROM journal_entries WHERE number > (SELECT MAX(number) - 2 FROM journal_entries); {HeadAt}");
        yield return ("all lines removed",
            "DELETE FROM journal_entries; UPDATE journal_head SET number = 0, hash = "
                + (database == Database.Sqlite ? "zeroblob(32)" : "decode(repeat('00', 32), 'hex')"));
        yield return ("the head's row removed", "DELETE FROM journal_head");
        yield return ("the chain's key removed", "DELETE FROM storage_chain_key");
        yield return ("the line the key counts from moved", "UPDATE storage_chain_key SET first = 1000000");
        if (database == Database.Sqlite)
        {
            yield return ("every subject in small letters", "UPDATE journal_entries SET subject = lower(subject)");
            yield return ("an id that is none", "UPDATE journal_entries SET subject = 'nobody' WHERE number = 3");
        }
        yield return ("a contact's queue", "UPDATE journal_contacts SET queue = 'other'");
        yield return ("a contact removed", "DELETE FROM journal_contacts WHERE id IN (SELECT id FROM journal_contacts LIMIT 1)");
        yield return ("limits a hundredfold", "UPDATE authority_limits SET per_contact_pence = per_contact_pence * 100");
        yield return ("a limit without end", "UPDATE authority_limits SET \"from\" = \"from\" - 86400000");
        yield return ("a decision's amount", "UPDATE authority_decisions SET pence = 1");
        yield return ("a decision that counts no more", "UPDATE authority_decisions SET retracted_at = at WHERE retracted_at IS NULL");
        yield return ("decisions removed", "DELETE FROM authority_decisions");
        yield return ("a referral's amount", "UPDATE conduct_referrals SET pence = 1, approved_pence = 1");
        yield return ("the author of a note", "UPDATE conduct_notes SET \"by\" = (SELECT id FROM people_people WHERE name = 'Adam Administrator')");
        yield return ("a role", "UPDATE people_held_roles SET role = 21 WHERE role = 1");
        yield return ("someone back who was let go", "UPDATE people_people SET deactivated_at = NULL");
        yield return ("sealed texts swapped", "UPDATE journal_personal SET sealed = (SELECT sealed FROM journal_personal other WHERE other.id <> "
            + "journal_personal.id ORDER BY other.id LIMIT 1)");
        yield return ("a key removed", "DELETE FROM journal_personal_keys");
    }

    [Theory, MemberData(nameof(Alterations))]
    public async Task It_is_found(Database database, string how, string sql)
    {
        await using var centre = await TestCentre.OpenReleaseAsync(database);
        await centre.Writer.AppendAsync(Enumerable.Range(0, 5).Select(number => Arrival($"k{number}")).ToArray());
        await using var db = centre.OpenDb();
        var before = (await centre.AskAsync(new JournalVerification())).Value;
        Assert.True(before.Sound, before.Fault + string.Join(" ", before.Differences.Take(5)));
        Assert.Contains("decisions", before.Compared);

        await UnguardAsync(db, database);
        await db.Database.ExecuteSqlRawAsync(sql);

        var found = (await centre.AskAsync(new JournalVerification())).Value;
        Assert.False(found.Sound, how);
        Assert.True(found.Fault is not null || found.Differences.Count > 0, how);
    }

    [Theory, EachDatabase]
    public async Task A_chain_recomputed_without_its_key_is_found(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.Writer.AppendAsync(Enumerable.Range(0, 5).Select(number => Arrival($"k{number}")).ToArray());
        await using var db = centre.OpenDb();
        await UnguardAsync(db, database);
        var (hash, lines) = (HashChain.Origin, await db.Set<JournalRow>().AsNoTracking().OrderBy(row => row.Number).ToListAsync());
        foreach (var row in lines)
        {
            var entry = row.Entry() with { Body = row.Body.Replace("general", "other", StringComparison.Ordinal) };
            hash = HashChain.Next(hash, row.Number, entry);
            await db.Database.ExecuteSqlAsync($"UPDATE journal_entries SET body = {entry.Body}, hash = {hash} WHERE number = {row.Number}");
        }
        await db.Database.ExecuteSqlAsync($"UPDATE journal_head SET hash = {hash}");
        Assert.Equal(1, (await centre.AskAsync(new JournalVerification())).Value.BrokenAt);
    }

    [Theory, EachDatabase]
    public async Task A_published_chart_exchanged_is_found(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var procedure = await Procedures.ProceduresCentre.PublishedAsync(centre);
        await using var db = centre.OpenDb();
        Assert.DoesNotContain((await centre.AskAsync(new JournalVerification())).Value.Differences,
            line => line.StartsWith("Version", StringComparison.Ordinal));
        await db.Database.ExecuteSqlRawAsync(database == Database.Sqlite ? "DROP TRIGGER procedures_versions_published_stay"
            : "ALTER TABLE procedures_versions DISABLE TRIGGER ALL");
        await db.Database.ExecuteSqlRawAsync("UPDATE procedures_versions SET chart = replace(chart, 'a', 'b')");
        var found = (await centre.AskAsync(new JournalVerification())).Value;
        Assert.Contains(found.Differences, line => line.Contains($"Version 1 of procedure {procedure}", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task What_was_kept_outside_shows_what_was_put_back(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.Writer.AppendAsync([Arrival("a"), Arrival("b")]);
        await using var db = centre.OpenDb();
        var before = await db.Set<JournalHeadRow>().AsNoTracking().SingleAsync();
        await centre.Writer.AppendAsync([Arrival("c")]);
        var (head, anchor) = ((await centre.AskAsync(new JournalVerification())).Value.Head, (await centre.AskAsync(new JournalAnchor())).Value);
        Assert.Equal(anchor, Anchor.Read(anchor.Line()));
        await centre.Writer.AppendAsync([Arrival("d")]);
        var now = (await centre.AskAsync(new JournalVerification(head, [anchor]))).Value;
        Assert.True(now.Sound, now.Fault);
        Assert.Equal(1, now.AnchorsHeld);

        // A whole older state, head and seal with it, is sound in itself.
        await UnguardAsync(db, database);
        await db.Database.ExecuteSqlAsync($"DELETE FROM journal_entries WHERE number > {before.Number}");
        await db.Database.ExecuteSqlRawAsync("DELETE FROM journal_contacts");
        await db.Database.ExecuteSqlAsync($"UPDATE journal_head SET number = {before.Number}, hash = {before.Hash}, seal = {before.Seal}");
        Assert.Null((await centre.AskAsync(new JournalVerification())).Value.Fault);
        Assert.NotNull((await centre.AskAsync(new JournalVerification(head))).Value.Fault);
        Assert.NotNull((await centre.AskAsync(new JournalVerification(null, [anchor]))).Value.Fault);
        Assert.NotNull((await centre.AskAsync(new JournalVerification(null, [anchor with { Number = 1, Hash = new string('a', 64) }]))).Value.Fault);
    }

    [Fact]
    public async Task Sqlite_lets_no_line_be_replaced()
    {
        await using var centre = await TestCentre.OpenAsync(Database.Sqlite);
        await centre.Writer.AppendAsync([Arrival("a"), Arrival("b")]);
        await using var db = centre.OpenDb();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync(
            "PRAGMA foreign_keys=OFF; INSERT INTO procedures_publications VALUES ('00000000-0000-0000-0000-000000000001', 1, 0, 0, NULL)");
        string[] ways =
        [
            "INSERT OR REPLACE INTO journal_entries SELECT * FROM journal_entries WHERE number = 1",
            "INSERT OR REPLACE INTO journal_entries SELECT 9, at, kind, source, source_key, subject, actor, name, body, hash FROM journal_entries "
                + "WHERE number = 1",
            "INSERT OR REPLACE INTO journal_head SELECT * FROM journal_head",
            "INSERT OR REPLACE INTO procedures_publications SELECT * FROM procedures_publications",
            "INSERT OR REPLACE INTO storage_chain_key SELECT * FROM storage_chain_key",
        ];
        foreach (var way in ways)
            await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(way));
    }

    [Theory, EachDatabase]
    public async Task No_line_is_no_proof(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        Assert.False((await centre.AskAsync(new JournalVerification())).Value.Sound);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_not_made_and_not_sound()
    {
        var missing = Path.Combine(Path.GetTempPath(), $"{App.Ids.New():N}.db");
        var (exit, printed) = await RunningServer.VerbAsync(missing, "journal", "verify");
        Assert.Equal(1, exit);
        Assert.Contains("There is no centre of Answerable", printed, StringComparison.Ordinal);
        Assert.False(File.Exists(missing));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a0g")]
    public async Task What_can_be_no_head_is_said_to_be_none(string head)
    {
        var (exit, printed) = await RunningServer.VerbAsync(Path.Combine(Path.GetTempPath(), $"{App.Ids.New():N}.db"),
            "journal", "verify", "--expect", head);
        Assert.Equal(2, exit);
        Assert.Contains($"'{head}' is no head of a journal: that is 64 hexadecimal digits", printed, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_database_of_an_earlier_version_is_left_as_it_is(Database database)
    {
        await using var kept = await TestDatabase.OfReleaseAsync(database);
        var (exit, printed) = await RunningServer.VerbAsync(kept.Connection, "journal", "verify");
        Assert.Equal(1, exit);
        Assert.Contains("earlier version", printed, StringComparison.Ordinal);
        await using var centre = TestCentre.Over(kept, guest: true);
        await using var db = centre.OpenDb();
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("SELECT 1 FROM storage_chain_key"));
    }

    private static Entry Arrival(string key) => Entry.Of(
        new ContactArrived(Channel.Phone, "general"), At, FactKind.Live, "test", key, App.Ids.New(), null);

    private static async Task UnguardAsync(AnswerableDb db, Database database)
    {
        if (database == Database.Postgres)
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE journal_entries DISABLE TRIGGER ALL; ALTER TABLE journal_head DISABLE TRIGGER ALL; "
                + "ALTER TABLE storage_chain_key DISABLE TRIGGER ALL");
        else
            await db.Database.ExecuteSqlRawAsync(Unguarded);
    }
}
