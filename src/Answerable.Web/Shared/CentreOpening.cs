using System.Diagnostics;
using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.Demo;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.App.Work;
using Answerable.Model.People;

namespace Answerable.Web.Shared;

/// <summary>What happens between starting and serving: schema, first administrator or demo centre, the address said.</summary>
internal static class CentreOpening
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public static async Task OpenAsync(WebApplication app, ServeSettings settings)
    {
        var door = app.Services.GetRequiredService<DatabaseDoor>();
        var schema = app.Services.GetRequiredService<Schema>();
        await door.OpenAsync(() => schema.BeforehandAsync(app.Lifetime.ApplicationStopping));
        var held = door.HoldForServer();
        app.Lifetime.ApplicationStopped.Register(() => held?.Dispose());
        await door.OpenAsync(() => schema.MigrateAsync(app.Lifetime.ApplicationStopping));
        if (app.Services.GetRequiredService<KeyPlace>().OpenToOthers is { } warning)
            app.Logger.LogWarning("{Warning}", warning);
        app.Lifetime.ApplicationStarted.Register(() => _ = WelcomeAsync(app, settings));
    }

    // The writer runs only once the application has started; nobody waits for this, so it says itself what goes wrong.
    private static async Task WelcomeAsync(WebApplication app, ServeSettings settings)
    {
        try
        {
            if (await IsOursAsync(app, app.Lifetime.ApplicationStopping))
                await FoundAsync(app, settings, app.Lifetime.ApplicationStopping);
            await NoteAddressAsync(app.Services.GetRequiredService<Dispatcher>(), settings, app.Lifetime.ApplicationStopping);
            if (settings.Demo && !await IsInventedAsync(app, app.Lifetime.ApplicationStopping))
                Console.WriteLine("--demo fills nothing here: this is a centre of its own, and invented people and contacts must not mix with "
                    + "real ones. "
                    + "To look round the invented centre, name a database that is not there yet.");
            Console.WriteLine($"Answerable is open at {settings.Urls}");
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Asked to close before it was ready: started again, it goes on.
        }
        catch (Exception broken)
        {
            app.Logger.LogError(broken, "The centre could not be made ready.");
            Console.WriteLine("The centre could not be made ready; see above. Started again, it goes on where it stopped.");
        }
    }

    /// <summary>Whether this server makes the centre ready; where several start together, one does. The others find that it is there.</summary>
    private static async Task<bool> IsOursAsync(WebApplication app, CancellationToken stop)
    {
        var leases = app.Services.GetRequiredService<Leases>();
        var dispatcher = app.Services.GetRequiredService<Dispatcher>();
        while (!leases.Opens)
        {
            if (leases.HasWritten && (await dispatcher.AskAsync(new PeopleList(), Actor.System, stop)).Value.Total > 0)
                return false;
            await Task.Delay(Look, stop);
        }
        return true;
    }

    private static async Task FoundAsync(WebApplication app, ServeSettings settings, CancellationToken stop)
    {
        var dispatcher = app.Services.GetRequiredService<Dispatcher>();
        var demo = app.Services.GetRequiredService<DemoCentre>();
        var nobody = (await dispatcher.AskAsync(new PeopleList(), Actor.System, stop)).Value.Total == 0;
        // A database that is missing, or is not the one that was meant, must not look like a centre: it is begun as an invented one only where
        // that was asked for. One that was begun as such stays it.
        if (await demo.BrokenOffAsync(stop) || (nobody && settings.Demo))
            await FillAsync(demo, settings, stop);
        else if (nobody)
            await InviteAdministratorAsync(dispatcher, settings, stop);
        if (await IsInventedAsync(app, stop))
            SayAccounts();
    }

    private static async Task<bool> IsInventedAsync(WebApplication app, CancellationToken stop) =>
        (await app.Services.GetRequiredService<Dispatcher>().AskAsync(new DemoPresent(), Actor.System, stop)).Value;

    private static async Task InviteAdministratorAsync(Dispatcher dispatcher, ServeSettings settings, CancellationToken stop)
    {
        var invitation = await dispatcher.DoAsync(FirstAdministrator.Invited, Actor.System, stop);
        Console.WriteLine($"The centre is empty. Choose the administrator's password, once: {settings.Known}/invitations/{invitation.Value.Token}");
        Console.WriteLine($"Then sign in as {FirstAdministrator.Email} and invite the others. (To look round an invented centre instead, name a "
            + "database that is not there yet, and --demo.)");
    }

    private static async Task NoteAddressAsync(Dispatcher dispatcher, ServeSettings settings, CancellationToken stop)
    {
        if (settings.Sent is { } sent
            && (await dispatcher.AskAsync(new CentreAddress(), Actor.System, stop)).Value != sent.GetLeftPart(UriPartial.Authority))
            await dispatcher.DoAsync(new NoteAddress(sent), Actor.System, stop);
    }

    private static async Task FillAsync(DemoCentre demo, ServeSettings settings, CancellationToken stop)
    {
        var begun = Stopwatch.GetTimestamp();
        Console.WriteLine($"First start: pages answer at {settings.Urls} already, while the demo centre is filled. (With --empty it is left out.)");
        if (await demo.FillAsync(Console.WriteLine, stop: stop) is { Allowed: true })
            Console.WriteLine($"The demo centre is ready after {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s.");
    }

    private static void SayAccounts()
    {
        Console.WriteLine($"Demo centre of {DemoAccounts.Place}: everything in it is invented. Sign in with the password {DemoAccounts.Password} as");
        foreach (var account in DemoAccounts.All)
            Console.WriteLine($"  {account.Role.Words(),-14} {account.Email}");
    }
}
