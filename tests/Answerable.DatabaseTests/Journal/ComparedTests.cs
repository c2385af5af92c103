using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.Conduct;
using Answerable.App.Contacts;
using Answerable.App.Journal;
using Answerable.App.Keys;
using Answerable.App.Measures;
using Answerable.App.People;
using Answerable.App.Privacy;
using Answerable.App.Storage;
using Answerable.DatabaseTests.Conduct;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Journal;

/// <summary>Whoever changes a row behind the product's back is told of by what differs; a centre that nobody touched is sound.</summary>
public sealed class ComparedTests
{
    public static TheoryData<Database, string, string> Changes()
    {
        var rows = new TheoryData<Database, string, string>();
        foreach (var database in Enum.GetValues<Database>())
            foreach (var (sql, says) in Each(database))
                if (database == Database.Sqlite || TestDatabase.Postgres is not null)
                    rows.Add(database, sql, says);
        return rows;
    }

    private static IEnumerable<(string Sql, string Says)> Each(Database database)
    {
        var yes = database == Database.Sqlite ? "1" : "true";
        var zeros = database == Database.Sqlite ? "zeroblob(32)" : "decode(repeat('00', 32), 'hex')";
        yield return ("UPDATE people_people SET name = 'Mallory', sort_name = 'MALLORY' WHERE name = 'Sena Senior'",
            "'Mallory', is not the one they were");
        yield return ("UPDATE people_people SET sort_name = 'MALLORY' WHERE name = 'Sena Senior'", "by which lists are ordered");
        yield return ("UPDATE people_countersignatures SET body = replace(body, 'e', 'E')", "is not what was asked for");
        yield return ("UPDATE people_countersignatures SET words = 'Something harmless.'", "is not what was asked for");
        yield return ("UPDATE people_countersignatures SET given = " + yes + ", settled_at = asked_at, settled_by = asked_by", "Who said yes or no");
        yield return ("DELETE FROM people_countersignatures", "What was asked of a second person");
        yield return ("UPDATE conduct_handlings SET agent = (SELECT id FROM people_people WHERE name = 'Sena Senior')", "is with ");
        yield return ("UPDATE conduct_handlings SET closed_at = taken_at", "was closed at its desk");
        yield return ("UPDATE journal_contacts SET state = state + 1", "is not as the journal tells it");
        yield return ("UPDATE journal_contacts SET wait_ms = 4711", "is not as the journal tells it");
        yield return ("UPDATE journal_contacts SET handle_ms = 4711", "is not as the journal tells it");
        yield return ("UPDATE journal_contacts SET told = 'x'", "A row of contacts cannot be read");
        yield return ("UPDATE centre_settings SET name = 'Elsewhere'", "The centre's name is 'Elsewhere', which the journal does not tell.");
        yield return ("UPDATE centre_settings SET zone = 'Asia/Tokyo'", "The centre's time zone is Asia/Tokyo");
        yield return ("UPDATE centre_settings SET hours = replace(hours, '2026', '2027')", "special day 2027-12-24");
        yield return ("UPDATE centre_settings SET hours = 'none'", "not as the product writes them");
        yield return ("UPDATE measures_quarters SET cells = " + zeros, "are not what they come to");
        yield return ("DELETE FROM measures_quarters WHERE family = 1", "The sums of contacts from");
        yield return ("UPDATE measures_names SET text = text || ' too'", "are not what they come to");
        yield return ("UPDATE measures_names SET number = number + 5", "Sums of figures cannot be read");
        yield return ("UPDATE procedures_contact_types SET name = 'Elsewhere', sort_name = 'ELSEWHERE'",
            "'Elsewhere', is not as the journal tells it");
        yield return ("UPDATE procedures_contact_types SET ends_when = 'whenever'", "is not as the journal tells it");
        yield return ("UPDATE procedures_contact_types SET sort_name = 'x'", "by which lists are ordered and searched, 'x'");
        yield return ("UPDATE authority_kinds SET name = 'Elsewhere'", "'Elsewhere', is not as it was defined");
        yield return ("UPDATE authority_kinds SET money = NOT money", "is not as it was defined");
        yield return ("UPDATE conduct_cases SET number = number + 5", "was opened as case 1001");
        yield return ("UPDATE people_teams SET name = 'Elsewhere' WHERE name = 'North'", "The team 'Elsewhere' was formed as 'North'.");
        yield return ("UPDATE people_sign_in_rules SET idle_minutes = 9999", "The journal tells: 60 minutes");
        yield return ("UPDATE people_sign_in_rules SET second_factor = ''",
            "a second factor of nobody. The journal tells: 60 minutes untouched, a second factor");
        yield return ("DELETE FROM people_sign_in_rules", "Of rules for signing in stands: nothing.");
        yield return ("UPDATE people_users SET two_factor_enabled = " + yes, "with a second factor, which the journal does not tell");
        yield return ("UPDATE privacy_look_rules SET days = 31", "stands: 31 days. The journal tells: 730 days.");
        yield return ("UPDATE keys_keys SET source = 'other'", "is not as it was made");
        yield return ("UPDATE keys_keys SET revoked_at = created_at", "is revoked is not what the journal tells");
        yield return ("UPDATE measures_definitions SET threshold_seconds = 1000", "is not as it was defined");
        yield return ("UPDATE procedures_versions SET state = 6", "is not what the journal tells");
        yield return ("INSERT INTO mail_settings (id, host, port, security, login, from_address, from_name, revision) "
            + "VALUES (1, 'mail.example', 25, 'None', '', 'a@b.example', '', 1)", "stands: mail.example:25");
        yield return ("INSERT INTO mail_settings (id, host, port, security, login, from_address, from_name, revision) "
            + "VALUES (1, 'mail.example', 25, 'Nonesuch', '', 'a@b.example', '', 1)", "A row of the mail server cannot be read");
        yield return ("UPDATE journal_anchoring SET folder = '/tmp'", "stands: a folder. The journal tells: none.");
        yield return ("UPDATE privacy_looks SET at = at - 1", "is not as it was taken down");
        yield return ("UPDATE privacy_looks SET person = NULL, hand = 'Nobody'", "is not as it was taken down");
        yield return ("UPDATE privacy_looks SET seal = NULL", "was not taken down by Answerable");
        yield return ("DELETE FROM privacy_looks", "looks that were taken down");
        yield return ("DELETE FROM privacy_looks; DELETE FROM privacy_looks_total", "how many looks there are is missing");
        yield return ("UPDATE privacy_looks SET seal = " + zeros, "is not as it was taken down");
        yield return ("UPDATE privacy_looks_total SET looks = 0; DELETE FROM privacy_looks", "is not as it was written");
    }

    [Theory, MemberData(nameof(Changes))]
    public async Task It_is_said(Database database, string sql, string says)
    {
        await using var desk = await WorkedAsync(database);
        var before = await FoundAsync(desk.Centre);
        Assert.True(before.Sound, string.Join(" ", before.Differences));
        await using var db = desk.Centre.OpenDb();
        await db.Database.ExecuteSqlRawAsync(sql);

        var found = await FoundAsync(desk.Centre);
        Assert.False(found.Sound);
        Assert.True(found.Differences.Any(line => line.Contains(says, StringComparison.Ordinal)), string.Join(" ", found.Differences));
    }

    [Theory, EachDatabase]
    public async Task What_nobody_touched_is_sound_and_it_says_what_was_compared_and_what_not(Database database)
    {
        await using var desk = await WorkedAsync(database);
        var found = await FoundAsync(desk.Centre);
        Assert.True(found.Sound, string.Join(" ", found.Differences));
        Assert.Equal(
            ["contact types", "contacts", "countersignatures", "decisions", "definitions of KPIs", "finished imports",
                "how long it is kept who looked",
                "keys", "kinds of decision", "limits", "names of people", "notes", "numbers of cases", "passkeys", "personal texts", "procedures",
                "publications", "published versions", "referrals", "roles", "rules for signing in", "scenarios", "series", "sums of figures", "teams",
                "the centre's settings", "the kinds of places anchors go to", "the mail server", "walks", "what people are doing now",
                "who handled a contact", "who looked", "who signs in with a second factor"], found.Compared);
        Assert.DoesNotContain(found.LeftOpen, line => line.StartsWith("Quarter-hours", StringComparison.Ordinal));
        // Nothing that waits to be added up is taken for a difference.
        await desk.AtGoodwillAsync(reference: "AC 78");
        found = await FoundAsync(desk.Centre);
        Assert.True(found.Sound, string.Join(" ", found.Differences));
        Assert.Contains(found.LeftOpen, line => line.StartsWith("Quarter-hours of figures that wait", StringComparison.Ordinal));
        Assert.True((await desk.Centre.DoAsync(new EraseCustomer("AC 77", "Request"))).Allowed);
        found = await FoundAsync(desk.Centre);
        Assert.True(found.Sound, string.Join(" ", found.Differences));
        // What is forgotten by the clock is not missed.
        desk.Centre.Time.Advance(TimeSpan.FromDays(800));
        Assert.True((await desk.Centre.DoAsync(new ForgetLooks())).Value > 0);
        found = await FoundAsync(desk.Centre);
        Assert.True(found.Sound, string.Join(" ", found.Differences));
    }

    [Theory, EachDatabase]
    public async Task Looks_taken_away_whole_are_missed_even_where_others_were_taken_down_since(Database database)
    {
        await using var desk = await WorkedAsync(database);
        desk.Centre.Time.Advance(TimeSpan.FromHours(1));
        await using var db = desk.Centre.OpenDb();
        await db.Database.ExecuteSqlRawAsync("DELETE FROM privacy_looks; DELETE FROM privacy_looks_total");
        for (var times = 0; times < 5; times++)
        {
            desk.Centre.Time.Advance(TimeSpan.FromMinutes(11));
            Assert.True((await desk.Centre.AskAsync(new WhoLooked(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue))).Allowed);
        }
        Assert.Contains((await FoundAsync(desk.Centre)).Differences, line => line.Contains("they were taken away", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task What_an_earlier_version_did_not_tell_is_left_open(Database database)
    {
        await using var centre = await TestCentre.OpenReleaseAsync(database);
        var found = await FoundAsync(centre);
        Assert.True(found.Sound, string.Join(" ", found.Differences));
        Assert.Contains(found.LeftOpen, line => line.StartsWith("People invited by an earlier Answerable", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task However_few_are_held_at_once_all_are_compared(Database database)
    {
        await using var desk = await WorkedAsync(database);
        await using var db = desk.Centre.OpenDb();
        var stop = TestContext.Current.CancellationToken;
        var comparing = new Comparing(db, await ChainKey.OfAsync(db, stop));
        Assert.Equal(0, await new OneByOne().DifferencesAsync(comparing, stop).CountAsync(stop));
        await db.Database.ExecuteSqlRawAsync("UPDATE people_people SET sort_name = 'MALLORY'");
        Assert.Equal(await db.Set<PersonRow>().CountAsync(stop), await new OneByOne().DifferencesAsync(comparing, stop).CountAsync(stop));
    }

    /// <summary>Names of people, with room in memory for one.</summary>
    private sealed class OneByOne() : RowsCompared<PersonId, PersonInvited, PersonRow>("names of people", typeof(PersonInvited))
    {
        protected override int AtOnce => 1;

        protected override IEnumerable<(PersonId, Func<PersonInvited?, PersonInvited?>)> Told(Entry entry, Fact fact) =>
            fact is PersonInvited invited ? [(invited.Person, _ => invited)] : [];

        protected override IQueryable<PersonRow> Rows(AnswerableDb db) => db.Set<PersonRow>().AsNoTracking();

        protected override PersonId KeyOf(PersonRow row) => row.Id;

        protected override IEnumerable<string> Differences(PersonRow row, PersonInvited? told, Comparing at) =>
            told is null || row.SortName == "MALLORY" ? ["It differs."] : [];

        protected override string Missing(PersonId key, PersonInvited told) => "It is missing.";
    }

    [Theory, EachDatabase]
    public async Task Each_table_is_compared_or_named_with_the_reason_and_the_guide_has_them_all(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var comparisons = centre.Services.GetServices<IComparison>().ToList();
        var omitted = centre.Services.GetServices<NotCompared>().ToList();
        await using var db = centre.OpenDb();
        var looked = comparisons.SelectMany(comparison => comparison.Looked).ToHashSet();
        Assert.DoesNotContain(omitted.SelectMany(part => part.Rows), looked.Contains);
        var named = looked.Union(omitted.SelectMany(part => part.Rows)).ToHashSet();
        Assert.Equal([], db.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => !named.Contains(type)).Distinct());
        var guide = await File.ReadAllTextAsync(Repository.Path("docs/guides/journal-and-erasure.md"), TestContext.Current.CancellationToken);
        Assert.Equal([], omitted.Select(part => $"| {part.What} | {part.Because} |").Where(line => !guide.Contains(line, StringComparison.Ordinal)));
        Assert.Equal([], comparisons.Select(part => $"| {part.Of} |").Where(line => !guide.Contains(line, StringComparison.Ordinal)));
        Assert.True((await centre.DoAsync(new FormTeam("North"))).Allowed);
        Assert.Equal(omitted.Count, (await FoundAsync(centre)).NotCompared.Count);
    }

    private static async Task<JournalVerification.Finding> FoundAsync(TestCentre centre) => (await centre.AskAsync(new JournalVerification())).Value;

    /// <summary>What holds rows together is let go of by whoever has the owner's rights.</summary>
    internal static async Task LetGoAsync(AnswerableDb db)
    {
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? "PRAGMA foreign_keys = OFF" : "SET session_replication_role = replica");
    }

    internal static async Task UnguardAsync(AnswerableDb db)
    {
        if (!db.Database.IsSqlite())
            return;
        var triggers = await db.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger'").ToListAsync();
        await db.Database.ExecuteSqlRawAsync(string.Join("; ", triggers.Select(trigger => "DROP TRIGGER " + trigger)));
    }

    /// <summary>A contact handled, looked at and added up; something that waits for a second person; settings of the centre's own.</summary>
    internal static async Task<DeskCentre> WorkedAsync(Database database)
    {
        var desk = await DeskCentre.OpenAsync(database);
        var centre = desk.Centre;
        var contact = await desk.AtGoodwillAsync(reference: "AC 77");
        await desk.Must(new MakeNote(contact, "Called twice before."), desk.Agent);
        var first = (await centre.DoAsync(new InvitePerson("Ada", "ada@here.example", [Role.Administrator], null))).Value.Person;
        var second = (await centre.DoAsync(new InvitePerson("Bea", "bea@here.example", [Role.Administrator], null))).Value.Person;
        var asked = await centre.DoAsync(new Propose(new PlacePerson(first, null, [Role.Administrator, Role.Compliance]), "To answer requests."),
            Actor.Of(first, "Ada", [Role.Administrator], null));
        Assert.True(asked.Allowed && asked.Value.Waits is not null, string.Join(" ", asked.Refusals));
        Assert.True((await centre.DoAsync(new ChangeCentre("Water", "Europe/London", "GBP", ""))).Allowed);
        Assert.True((await centre.DoAsync(new SetSpecialDay(new DateOnly(2026, 12, 24), "", "10:00-12:00", "Eve"))).Allowed);
        Assert.True((await centre.DoAsync(new FormTeam("North"))).Allowed);
        Assert.True((await centre.DoAsync(new ChangeSignInRules(60, [Role.Administrator]))).Allowed);
        Assert.True((await centre.DoAsync(new CreateKey("Telephony", null))).Allowed);
        Assert.True((await centre.DoAsync(new ChangeDefinition("fcr", new DateOnly(2027, 1, 1), 20, 5, 14, "Promised."))).Allowed);
        var reader = Actor.Of(second, "Bea", [Role.Administrator, Role.Compliance], null);
        Assert.True((await centre.AskAsync(new WhoLooked(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue), reader)).Allowed);
        Assert.True((await centre.AskAsync(new WhoLooked(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, first), reader)).Allowed);
        await centre.Services.GetRequiredService<Witness>().TryKeepAsync(TestContext.Current.CancellationToken);
        await centre.Services.GetRequiredService<MeasuresRebuild>().RunAsync();
        return desk;
    }
}
