using Answerable.App.Acts;
using Answerable.App.Mail;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.DatabaseTests.Acts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Journal;

/// <summary>
/// Every column of a table that is compared is found changed, or stands here with the reason: a new one is missed until it is compared or named.
/// </summary>
public sealed class EachColumnTests
{
    private const string Revision = "counts the changes, so that two at once are found out";
    private const string Untold = "the journal is not told of it";
    private const string ForTheDesk = "it is kept for the desk alone";
    private const string Secret = "nothing of it is told";
    private const string OfCustomers = "it follows the contacts, and is nobody's once the customer was erased";
    private const string OnItsWay = "the journal is told of an import when it is finished, and of its way there nothing";
    private const string Waits = "quarter-hours that wait to be added up again are left open";
    private const string InWords = "the name of whoever did it as it was then; the journal tells the person";

    private static readonly Dictionary<string, string> Left = new()
    {
        ["authority_decisions.by_role"] = Untold,
        ["centre_settings.address"] = Untold,
        ["centre_settings.currency_held_at"] = Untold,
        ["centre_settings.revision"] = Revision,
        ["conduct_cases.customer"] = OfCustomers,
        ["conduct_handlings.channel"] = ForTheDesk,
        ["conduct_handlings.customer"] = ForTheDesk,
        ["conduct_handlings.ended_at"] = ForTheDesk,
        ["conduct_handlings.free_referral"] = ForTheDesk,
        ["conduct_handlings.held_at"] = ForTheDesk,
        ["conduct_handlings.left_at"] = ForTheDesk,
        ["conduct_handlings.type"] = ForTheDesk,
        ["conduct_handlings.walk"] = ForTheDesk,
        ["conduct_referrals.at_least"] = Untold,
        ["conduct_referrals.customer"] = OfCustomers,
        ["conduct_referrals.decided_as"] = Untold,
        ["conduct_referrals.team"] = Untold,
        ["conduct_referrals.tell_customer"] = Untold,
        ["import_files.brought_at"] = OnItsWay,
        ["import_files.by"] = OnItsWay,
        ["import_files.by_name"] = OnItsWay,
        ["import_files.by_server"] = OnItsWay,
        ["import_files.contacts"] = OnItsWay,
        ["import_files.doubt"] = OnItsWay,
        ["import_files.ended_at"] = OnItsWay,
        ["import_files.failure"] = OnItsWay,
        ["import_files.file_key"] = OnItsWay,
        ["import_files.file_length"] = OnItsWay,
        ["import_files.file_name"] = OnItsWay,
        ["import_files.findings"] = OnItsWay,
        ["import_files.held_by"] = OnItsWay,
        ["import_files.held_until"] = OnItsWay,
        ["import_files.mapping"] = OnItsWay,
        ["import_files.path"] = OnItsWay,
        ["import_files.position_bytes"] = OnItsWay,
        ["import_files.put_away_by"] = OnItsWay,
        ["import_files.put_away_why"] = OnItsWay,
        ["import_files.remarks"] = OnItsWay,
        ["import_files.remarks_before"] = OnItsWay,
        ["import_files.replaced"] = OnItsWay,
        ["import_files.rows_left"] = OnItsWay,
        ["import_files.started_at"] = OnItsWay,
        ["import_files.unchanged"] = OnItsWay,
        ["journal_anchoring.rests"] = Untold,
        ["journal_anchoring.revision"] = Revision,
        ["keys_keys.created_by"] = InWords,
        ["keys_keys.hash"] = Secret,
        ["keys_keys.last_used_at"] = Untold,
        ["keys_keys.revoked_by"] = InWords,
        ["mail_settings.from_address"] = Secret,
        ["mail_settings.from_name"] = Secret,
        ["mail_settings.password"] = Secret,
        ["mail_settings.revision"] = Revision,
        ["measures_definitions.by"] = InWords,
        ["measures_quarters.as_of"] = Waits,
        ["measures_quarters.holds"] = Waits,
        ["measures_quarters.revision"] = Revision,
        ["people_passkeys.backed_up"] = Secret,
        ["people_passkeys.backup_eligible"] = Secret,
        ["people_passkeys.credential"] = Secret,
        ["people_passkeys.name"] = Secret,
        ["people_passkeys.public_key"] = Secret,
        ["people_passkeys.sign_count"] = Secret,
        ["people_passkeys.used_at"] = Secret,
        ["people_sign_in_rules.revision"] = Revision,
        ["people_users.access_failed_count"] = Secret,
        ["people_users.concurrency_stamp"] = Revision,
        ["people_users.email"] = Secret,
        ["people_users.email_confirmed"] = Secret,
        ["people_users.last_code_step"] = Secret,
        ["people_users.lockout_enabled"] = Secret,
        ["people_users.lockout_end"] = Secret,
        ["people_users.normalized_email"] = Secret,
        ["people_users.normalized_user_name"] = Secret,
        ["people_users.password_hash"] = Secret,
        ["people_users.phone_number"] = Secret,
        ["people_users.phone_number_confirmed"] = Secret,
        ["people_users.security_stamp"] = Secret,
        ["people_users.user_name"] = Secret,
        ["planning_scenarios.saved_by"] = InWords,
        ["planning_series.counts"] = Untold,
        ["planning_series.forecast"] = Untold,
        ["planning_series.forecast_at"] = Untold,
        ["planning_series.holidays"] = Untold,
        ["planning_series.knobs"] = Untold,
        ["planning_series.loaded_by"] = InWords,
        ["planning_series.queue"] = Untold,
        ["planning_series.slot_minutes"] = Untold,
        ["privacy_look_rules.revision"] = Revision,
        ["procedures_contact_types.revision"] = Revision,
        ["procedures_versions.revision"] = Revision,
    };

    [Theory, EachDatabase]
    public async Task A_column_that_was_changed_is_found_or_stands_here_with_the_reason(Database database)
    {
        await using var desk = await ComparedTests.WorkedAsync(database);
        var stage = new ActStage(desk.Centre);
        await stage.Must(new ChangeMailSettings("mail.example", 25, MailSecurity.None, "", "", "a@b.example", ""));
        var signedIn = await stage.WithPasswordAsync();
        await stage.Must(new AddPasskey(new NewPasskey(signedIn.Id, [1, 2, 3], [1], 0, false, false), "My telephone", ActStage.Password), signedIn);
        await using var earlier = await TestCentre.OpenReleaseAsync(database);
        var changed = new HashSet<string>();
        var unfound = new HashSet<string>();
        foreach (var centre in (TestCentre[])[earlier, desk.Centre])
            foreach (var (column, found) in await new Hand(centre).ChangedAsync())
                (found ? changed : unfound).Add(column);
        unfound.ExceptWith(changed);
        var wrong = unfound.Except(Left.Keys).Select(column => $"{column} was changed, and nobody says so, or there is no row to try it on.")
            .Concat(Left.Keys.Intersect(changed).Select(column => $"{column} is found changed: take it off the list."))
            .Concat(Left.Keys.Except(unfound.Union(changed)).Select(column => $"{column} is in no table that is compared.")).Order().ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    /// <summary>Changes one column after the other behind the product's back, and takes each change back.</summary>
    private sealed class Hand(TestCentre centre)
    {
        private readonly List<IComparison> _comparisons = [.. centre.Services.GetServices<IComparison>()];

        public async Task<List<(string Column, bool Found)>> ChangedAsync()
        {
            var said = new List<(string, bool)>();
            await using var db = centre.OpenDb();
            var looked = _comparisons.SelectMany(comparison => comparison.Looked).ToHashSet();
            foreach (var type in db.Model.GetEntityTypes().Where(type => looked.Contains(type.ClrType)))
                foreach (var column in type.GetProperties().Where(property => !property.IsPrimaryKey()))
                    said.Add(($"{type.GetTableName()}.{column.GetColumnName()}", await IsFoundAsync(type, column)));
            return said;
        }

        private async Task<bool> IsFoundAsync(IEntityType type, IProperty column)
        {
            await using var db = centre.OpenDb();
            await ComparedTests.LetGoAsync(db);
            var chain = await ChainKey.OfAsync(db, TestContext.Current.CancellationToken);
            await using var taken = await db.Database.BeginTransactionAsync();
            await ComparedTests.UnguardAsync(db);
            if (!await TryAsync(db, type, column, ""))
                Assert.True(await TryAsync(db, type, column, One(db, type.GetTableName()!)), $"{type.GetTableName()}.{column.GetColumnName()}");
            foreach (var comparison in _comparisons.Where(comparison => comparison.Looked.Contains(type.ClrType)))
                if (await SaysAsync(comparison, new Comparing(db, chain)))
                    return true;
            return false;
        }

        /// <summary>Whether it says anything, or cannot read the row at all, which is said too.</summary>
        private static async Task<bool> SaysAsync(IComparison comparison, Comparing at)
        {
            try
            {
                return await comparison.DifferencesAsync(at, TestContext.Current.CancellationToken).AnyAsync();
            }
            catch (Exception unread) when (NeededRow.CannotBeRead(unread))
            {
                return true;
            }
        }

        /// <summary>Where all rows cannot say the same, one does.</summary>
        private static async Task<bool> TryAsync(AnswerableDb db, IEntityType type, IProperty column, string which)
        {
            await db.Database.ExecuteSqlRawAsync("SAVEPOINT before");
            try
            {
                var sql = $"UPDATE {type.GetTableName()} SET \"{column.GetColumnName()}\" = {Other(db, column)}{which}";
                await db.Database.ExecuteSqlRawAsync(sql);
                return true;
            }
            catch (System.Data.Common.DbException) when (which.Length == 0)
            {
                await db.Database.ExecuteSqlRawAsync("ROLLBACK TO SAVEPOINT before");
                return false;
            }
        }

        private static string One(AnswerableDb db, string table) =>
            db.Database.IsSqlite() ? $" WHERE rowid = (SELECT max(rowid) FROM {table})" : $" WHERE ctid = (SELECT max(ctid) FROM {table})";

        private static string Other(AnswerableDb db, IProperty column)
        {
            var (name, sqlite) = ($"\"{column.GetColumnName()}\"", db.Database.IsSqlite());
            var kept = column.GetTypeMapping().Converter?.ProviderClrType ?? column.ClrType;
            kept = Nullable.GetUnderlyingType(kept) ?? kept;
            return kept == typeof(bool) ? $"NOT COALESCE({name}, {(sqlite ? "0" : "false")})"
                : kept == typeof(string) ? $"COALESCE({name}, '') || 'x'"
                : kept == typeof(Guid) ? "'01900000-0000-7000-8000-000000000001'"
                : kept == typeof(byte[]) ? sqlite ? "zeroblob(32)" : "decode(repeat('00', 32), 'hex')"
                : kept == typeof(DateOnly) ? "'2001-02-03'"
                : $"COALESCE({name}, 0) + 1";
        }
    }
}
