using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.Model.People;

namespace Answerable.Web.Shared;

/// <summary>What happens between starting and serving: schema, first administrator or demo centre, the address said.</summary>
internal static class Opening
{
    public static async Task OpenAsync(WebApplication app, ServeSettings settings)
    {
        if (!settings.Database.Contains("Host=", StringComparison.OrdinalIgnoreCase) && Path.GetDirectoryName(settings.Database) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        await app.Services.GetRequiredService<Schema>().MigrateAsync();
        app.Lifetime.ApplicationStarted.Register(() => _ = WelcomeAsync(app, settings));
    }

    // The writer runs only once the application has started.
    private static async Task WelcomeAsync(WebApplication app, ServeSettings settings)
    {
        var dispatcher = app.Services.GetRequiredService<Dispatcher>();
        if ((await dispatcher.AskAsync(new PeopleList(), Actor.System)).Value.Total == 0)
        {
            var invitation = await dispatcher.DoAsync(new InvitePerson("Administrator", "administrator@centre.example", [Role.Administrator], null), Actor.System);
            Console.WriteLine($"The centre is empty. Choose the administrator's password, once: {settings.Urls}/invitations/{invitation.Value.Token}");
            Console.WriteLine("Then sign in as administrator@centre.example and invite the others.");
        }
        Console.WriteLine($"Answerable is open at {settings.Urls}");
    }
}
