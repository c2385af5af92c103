using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Storage;

public sealed class SchemaTests
{
    [Theory, EachDatabase]
    public async Task The_numbered_scripts_make_what_the_model_says(Database database)
    {
        await using var modelled = await TestCentre.OpenEmptyAsync(database);
        await using (var db = modelled.OpenDb())
            await db.Database.ExecuteSqlRawAsync((await modelled.Services.GetRequiredService<Schema>().ScriptAsync())
                .Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        await using var fresh = await TestCentre.OpenAsync(database);
        var (scripts, model) = (await ShapeAsync(fresh, database), await ShapeAsync(modelled, database));
        Assert.Equal(model, scripts);
        Assert.True(model.Count > 50);
        Assert.Contains(model, line => line.Contains("REFERENCES", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task A_database_brought_up_from_0_1_0_is_as_a_fresh_one(Database database)
    {
        await using var upgraded = await TestCentre.OpenReleaseAsync(database);
        await using var fresh = await TestCentre.OpenAsync(database);
        Assert.Equal(await ShapeAsync(fresh, database), await ShapeAsync(upgraded, database));
        Assert.Equal(await TriggersAsync(fresh, database), await TriggersAsync(upgraded, database));
    }

    /// <summary>A table made anew by a script loses its triggers without a word.</summary>
    [Theory, EachDatabase]
    public async Task What_0_1_0_held_by_triggers_is_held_still(Database database)
    {
        await using var then = TestCentre.Over(await TestDatabase.OfReleaseAsync(database));
        await using var now = await TestCentre.OpenAsync(database);
        var (before, after) = (await TriggersAsync(then, database), await TriggersAsync(now, database));
        Assert.True(before.Count >= 6);
        Assert.Empty(before.Except(after));
    }

    [Theory, EachDatabase]
    public async Task Migrating_twice_does_nothing_the_second_time(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        Assert.Empty(await centre.Services.GetRequiredService<Schema>().MigrateAsync());
    }

    [Theory, EachDatabase]
    public async Task Servers_that_start_together_run_each_script_once(Database database)
    {
        await using var centre = await TestCentre.OpenEmptyAsync(database);
        var servers = Enumerable.Range(0, 6)
            .Select(_ => new Schema(Dialect.For(centre.ConnectionString), centre.Services.GetRequiredService<IDbContextFactory<AnswerableDb>>(),
                centre.Services.GetRequiredService<Wrapping>(), []));
        var ran = await Task.WhenAll(servers.Select(server => Task.Run(() => server.MigrateAsync())));
        Assert.Equal(Schema.Scripts(Dialect.For(centre.ConnectionString).Name).Select(script => script.Name), ran.SelectMany(names => names).Order());
    }

    /// <summary>Every column with its default, every key, foreign key and index, a line each, less the scripts' own register. What only scripts make,
    /// triggers, stands apart.</summary>
    private static Task<List<string>> ShapeAsync(TestCentre centre, Database database) => LinesAsync(centre, database == Database.Sqlite
        ? """
          SELECT m.name || '.' || c.name || ' ' || c.type || ' notnull ' || c."notnull" || ' key ' || c.pk
              || ' default ' || COALESCE(c.dflt_value, '-') AS "Value"
          FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT IN ('schema_versions', 'sqlite_sequence')
          UNION ALL SELECT m.name || '.' || f."from" || ' REFERENCES ' || f."table" || '.' || f."to" || ' delete ' || f.on_delete || ' part ' || f.seq
          FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
          UNION ALL SELECT 'index ' || name || ' ' || COALESCE(sql, '')
          FROM sqlite_master WHERE type = 'index' AND name NOT LIKE 'sqlite_%' AND tbl_name <> 'schema_versions'
          """
        : """
          SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || is_identity
              || ' default ' || COALESCE(column_default, '-') AS "Value"
          FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'schema_versions'
          UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
          FROM pg_constraint
          WHERE connamespace = 'public'::regnamespace AND conrelid <> 0 AND conrelid::regclass::text <> 'schema_versions' AND contype <> 'n'
          UNION ALL SELECT 'index ' || indexname || ' ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'schema_versions'
          """);

    private static Task<List<string>> TriggersAsync(TestCentre centre, Database database) => LinesAsync(centre, database == Database.Sqlite
        ? """SELECT name || ' ' || sql AS "Value" FROM sqlite_master WHERE type = 'trigger'"""
        : """
          SELECT pg_get_triggerdef(oid) AS "Value" FROM pg_trigger WHERE NOT tgisinternal
          UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
          """);

    private static async Task<List<string>> LinesAsync(TestCentre centre, string sql)
    {
        await using var db = centre.OpenDb();
        return [.. (await db.Database.SqlQueryRaw<string>(sql).ToListAsync()).Order(StringComparer.Ordinal)];
    }
}
