using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Storage;

public sealed class SchemaTests
{
    [Theory, EachDatabase]
    public async Task The_numbered_scripts_make_what_the_model_says(Database database)
    {
        await using var migrated = await TestCentre.OpenAsync(database);
        await using var modelled = await TestCentre.OpenEmptyAsync(database);
        await using (var db = modelled.OpenDb())
            await db.Database.ExecuteSqlRawAsync((await modelled.Services.GetRequiredService<Schema>().ScriptAsync()).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        var (scripts, model) = (await ShapeAsync(migrated, database), await ShapeAsync(modelled, database));
        Assert.Equal(model, scripts);
        Assert.True(model.Count > 50);
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
        var servers = Enumerable.Range(0, 6).Select(_ => new Schema(Dialect.For(centre.ConnectionString), centre.Services.GetRequiredService<IDbContextFactory<AnswerableDb>>()));
        var ran = await Task.WhenAll(servers.Select(server => Task.Run(() => server.MigrateAsync())));
        Assert.Equal(Schema.Scripts(Dialect.For(centre.ConnectionString).Name).Select(script => script.Name), ran.SelectMany(names => names).Order());
    }

    /// <summary>Every column and index, a line each; what only the scripts make (their own register, triggers) left out.</summary>
    private static async Task<IReadOnlyList<string>> ShapeAsync(TestCentre centre, Database database)
    {
        await using var db = centre.OpenDb();
        var sql = database == Database.Sqlite
            ? """
              SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk AS "Value"
              FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT IN ('schema_versions', 'sqlite_sequence')
              UNION ALL SELECT 'index ' || name || ' ' || COALESCE(sql, '') FROM sqlite_master WHERE type = 'index' AND name NOT LIKE 'sqlite_%' AND tbl_name <> 'schema_versions'
              """
            : """
              SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable AS "Value"
              FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'schema_versions'
              UNION ALL SELECT 'index ' || indexname || ' ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'schema_versions'
              """;
        return await db.Database.SqlQueryRaw<string>(sql).OrderBy(line => line).ToListAsync();
    }
}
