using System.CommandLine;
using Answerable.App;
using Answerable.App.Storage;
using Answerable.Web.CommandLine;
using Answerable.Web.Shared;

namespace Answerable.Web.Storage;

internal static class SchemaVerb
{
    public static Command Create()
    {
        var migrate = new Command("migrate", "Brings the database to the present schema.");
        migrate.SetAction(MigrateAsync);
        var script = new Command("script", "Prints the script that would create the whole present schema, to write a migration from.");
        script.SetAction(ScriptAsync);
        return new Command("schema", "The database's schema.") { migrate, script };
    }

    private static async Task<int> MigrateAsync(ParseResult asked, CancellationToken stop)
    {
        await using var services = ServicesOf(asked);
        var scripts = (await services.GetRequiredService<Schema>().MigrateAsync(stop)).ToList();
        OpenedCentre.WarnOf(services);
        foreach (var name in scripts)
            Console.WriteLine(name);
        if (scripts.Count == 0)
            await Console.Error.WriteLineAsync("Nothing to do: the database has the present schema.");
        return Exit.Done;
    }

    private static async Task<int> ScriptAsync(ParseResult asked, CancellationToken stop)
    {
        await using var services = ServicesOf(asked);
        Console.WriteLine(await services.GetRequiredService<Schema>().ScriptAsync());
        return Exit.Done;
    }

    private static ServiceProvider ServicesOf(ParseResult asked) => new ServiceCollection()
        .AddLogging()
        .AddAnswerable(ServeSettings.DatabaseOf(asked.GetValue(OpenedCentre.Database)), asked.GetValue(OpenedCentre.KeyFile))
        .BuildServiceProvider();
}
