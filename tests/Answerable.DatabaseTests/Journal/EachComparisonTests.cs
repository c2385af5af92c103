using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.DatabaseTests.Conduct;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Journal;

/// <summary>
/// Every comparison there is finds rows of its own that were changed by hand, and rows that were taken away: a new one is missed here until it says
/// how it was tried.
/// </summary>
public sealed class EachComparisonTests
{
    /// <summary>On what 0.1.0 left and a contact more; each is taken back after it was looked for.</summary>
    private static readonly (string Of, string Sql, string Says)[] Tried =
    [
        ("contact types", "UPDATE procedures_contact_types SET name = 'Elsewhere'", "is not as the journal tells it"),
        ("contacts", "UPDATE journal_contacts SET queue = 'other'", "is not as the journal tells it"),
        ("contacts", "DELETE FROM journal_contacts", "missing"),
        ("countersignatures", "UPDATE people_countersignatures SET words = 'Something harmless.'", "is not what was asked for"),
        ("countersignatures", "DELETE FROM people_countersignatures", "which the journal tells of, is missing"),
        ("decisions", "UPDATE authority_decisions SET pence = 1", "is not as it was taken"),
        ("decisions", "UPDATE authority_decisions SET kind = kind + 1", "is not as it was taken"),
        ("decisions", "DELETE FROM authority_decisions", "which the journal tells of, is missing"),
        ("definitions of KPIs", "UPDATE measures_definitions SET threshold_seconds = 1000", "is not as it was defined"),
        ("definitions of KPIs", "DELETE FROM measures_definitions", "which the journal tells of, is missing"),
        ("finished imports", "UPDATE import_files SET imported = imported + 1", "is not what the journal tells"),
        ("finished imports", "UPDATE import_files SET file_hash = 'x'", "is not what the journal tells"),
        ("finished imports", "DELETE FROM import_files", "What came of importing"),
        ("how long it is kept who looked", "UPDATE privacy_look_rules SET days = 31", "stands: 31 days"),
        ("keys", "UPDATE keys_keys SET source = 'other'", "is not as it was made"),
        ("keys", "DELETE FROM keys_keys", "which the journal tells of, is missing"),
        ("kinds of decision", "UPDATE authority_kinds SET name = 'Elsewhere'", "is not as it was defined"),
        ("limits", "UPDATE authority_limits SET per_contact_pence = per_contact_pence * 100", "is not as it was set"),
        ("limits", "DELETE FROM authority_limits", "which the journal tells of, is missing"),
        ("names of people", "UPDATE people_people SET sort_name = 'MALLORY'", "by which lists are ordered"),
        ("notes", "UPDATE conduct_notes SET \"by\" = (SELECT id FROM people_people WHERE name = 'Adam Administrator')", "is another's"),
        ("notes", "UPDATE conduct_notes SET contact = '{no one}'", "where the journal does not tell of it"),
        ("notes", "UPDATE conduct_notes SET \"case\" = '{no one}'", "where the journal does not tell of it"),
        ("notes", "UPDATE conduct_notes SET node = 's999'", "where the journal does not tell of it"),
        ("notes", "UPDATE conduct_notes SET at = at - 86400000", "was not made when the journal tells"),
        ("notes", "DELETE FROM conduct_notes", "which the journal tells of, is missing"),
        ("numbers of cases", "UPDATE conduct_cases SET number = number + 100000", "was opened as case"),
        ("passkeys", "{passkey}", "lets"),
        ("personal texts", "DELETE FROM journal_personal_keys", "key"),
        ("procedures", "UPDATE procedures_contact_types SET code = code || 'x'", "it was drafted for"),
        ("publications", "UPDATE procedures_publications SET effective_from = effective_from - 86400000", "is in force, by whom"),
        ("publications", "UPDATE procedures_publications SET \"by\" = (SELECT id FROM people_people WHERE name = 'Adam Administrator')",
            "is in force, by whom"),
        ("publications", "UPDATE procedures_versions SET state = 5 WHERE state = 4", "whether it still stands"),
        ("publications", "DELETE FROM procedures_publications", "was published, which the journal tells, is missing"),
        ("published versions", "UPDATE procedures_versions SET number = number + 100 WHERE state >= 4", "is missing or a draft"),
        ("referrals", "UPDATE conduct_referrals SET pence = 1, approved_pence = 1", "is not as it was told"),
        ("referrals", "UPDATE conduct_referrals SET kind = kind + 1", "is not as it was told"),
        ("referrals", "UPDATE conduct_referrals SET state = 5, closed_at = opened_at", "is not as it was told"),
        ("referrals", "DELETE FROM conduct_referrals", "which the journal tells of, is missing"),
        ("roles", "UPDATE people_people SET deactivated_at = NULL", "may come in"),
        ("rules for signing in", "UPDATE people_sign_in_rules SET idle_minutes = 9999", "9999 minutes"),
        ("scenarios", "UPDATE planning_scenarios SET name = 'Elsewhere'", "'Elsewhere' is not as the journal tells it"),
        ("scenarios", "UPDATE planning_scenarios SET knobs = replace(knobs, '2', '3')", "is not as the journal tells it"),
        ("scenarios", "DELETE FROM planning_rehearsals; DELETE FROM planning_scenarios", "which the journal tells of, is missing"),
        ("series", "UPDATE planning_series SET name = 'Elsewhere'", "'Elsewhere' is not as the journal tells it"),
        ("series", "UPDATE planning_series SET source = 'elsewhere'", "is not as the journal tells it"),
        ("series", "UPDATE planning_series SET \"rows\" = \"rows\" + 1", "is not as the journal tells it"),
        ("series", "DELETE FROM planning_rehearsals; DELETE FROM planning_scenarios; DELETE FROM planning_series",
            "which the journal tells of, is missing"),
        ("sums of figures", "UPDATE measures_names SET text = text || ' too'", "are not what they come to"),
        ("teams", "UPDATE people_teams SET name = 'Elsewhere' WHERE name = 'North'", "was formed as 'North'"),
        ("the centre's settings", "UPDATE centre_settings SET name = 'Elsewhere'", "which the journal does not tell"),
        ("the kinds of places anchors go to", "UPDATE journal_anchoring SET folder = '/tmp'", "stands: a folder"),
        ("the mail server", "INSERT INTO mail_settings (id, host, port, security, login, from_address, from_name, revision) "
            + "VALUES (1, 'mail.example', 25, 'None', '', 'a@b.example', '', 1)", "stands: mail.example:25"),
        ("walks", "UPDATE conduct_walks SET version = version + 1", "does not stand where the journal tells"),
        ("walks", "UPDATE conduct_walks SET begun_at = begun_at - 86400000", "does not stand where the journal tells"),
        ("walks", "UPDATE conduct_walks SET ended_at = begun_at", "does not stand where the journal tells"),
        ("walks", "UPDATE conduct_walks SET state = replace(state, '\"turn\":', '\"turn\":1')", "does not stand where the journal tells"),
        ("walks", "UPDATE conduct_walks SET state = 'x'", "does not stand where the journal tells"),
        ("walks", "DELETE FROM conduct_walks", "which the journal tells of, is missing"),
        ("what people are doing now", "UPDATE conduct_presences SET presence = presence + 1", "is not what the journal tells"),
        ("what people are doing now", "UPDATE conduct_presences SET since = since - 60000", "is not what the journal tells"),
        ("who handled a contact", "UPDATE conduct_handlings SET agent = (SELECT id FROM people_people WHERE name = 'Adam Administrator')", "is with"),
        ("who handled a contact", "UPDATE conduct_handlings SET kind = kind + 1", "Of what kind"),
        ("who looked", "UPDATE privacy_looks SET at = at - 1", "is not as it was taken down"),
        ("who signs in with a second factor", "UPDATE people_users SET two_factor_enabled = NOT two_factor_enabled", "second factor"),
    ];

    [Theory, EachDatabase]
    public async Task Each_finds_rows_that_were_changed_or_taken_away(Database database)
    {
        await using var desk = await ComparedTests.WorkedAsync(database);
        await using var left = await TestCentre.OpenReleaseAsync(database);
        Assert.Equal(left.Services.GetServices<IComparison>().Select(one => one.Of).Order(StringComparer.Ordinal),
            Tried.Select(one => one.Of).Distinct().Order(StringComparer.Ordinal));
        var wrong = new List<string>();
        foreach (var (of, sql, says) in Tried)
        {
            var found = new List<string>();
            // What 0.1.0 left has most; what it did not have yet is in a centre of today.
            foreach (var centre in (TestCentre[])[left, desk.Centre])
            {
                if (await FoundAsync(centre, of, "SELECT 1") is { Count: > 0 } before)
                    wrong.Add($"{of} before anything was touched: {before[0]}");
                found.AddRange(await FoundAsync(centre, of, sql));
            }
            if (!found.Exists(line => line.Contains(says, StringComparison.Ordinal)))
                wrong.Add($"{of}, {sql}: {string.Join(" ", found.Take(2))}");
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    private static async Task<List<string>> FoundAsync(TestCentre centre, string of, string sql)
    {
        await using var db = centre.OpenDb();
        await ComparedTests.LetGoAsync(db);
        var chain = await ChainKey.OfAsync(db, TestContext.Current.CancellationToken);
        await using var taken = await db.Database.BeginTransactionAsync();
        try
        {
            await ComparedTests.UnguardAsync(db);
            await db.Database.ExecuteSqlRawAsync(sql.Replace("{passkey}", Passkey(db.Database.IsSqlite()), StringComparison.Ordinal)
                .Replace("{no one}", "01900000-0000-7000-8000-000000000001", StringComparison.Ordinal));
        }
        catch (System.Data.Common.DbException none)
        {
            return [$"Not done: {none.Message}"];
        }
        var comparison = centre.Services.GetServices<IComparison>().Single(one => one.Of == of);
        return await comparison.DifferencesAsync(new Comparing(db, chain), TestContext.Current.CancellationToken).ToListAsync();
    }

    private static string Passkey(bool sqlite)
    {
        var (bytes, no) = sqlite ? ("zeroblob(32)", "0") : ("decode(repeat('00', 32), 'hex')", "false");
        return "INSERT INTO people_passkeys (id, credential, person, name, public_key, created_at, sign_count, backup_eligible, backed_up) "
            + $"SELECT id, {bytes}, id, 'Mallory''s', {bytes}, 0, 0, {no}, {no} FROM people_people LIMIT 1";
    }
}
