using System.CommandLine;
using Answerable.App.Centre;
using Answerable.App.Demo;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Web.CommandLine;
using Answerable.Web.Shared;

namespace Answerable.Web.Demo;

internal static class DemoVerb
{
    private static readonly Option<int> Days = new("--days")
    {
        Description = "How many days of contacts it has behind it, from 1 to 365.",
        DefaultValueFactory = _ => DemoCentre.Days,
    };

    private static readonly Option<string> Into = new("--into")
    {
        Description = "The new database: one that is not there yet, or is empty. Named as in --database.",
        Required = true,
    };

    private static readonly Option<string?> IntoKeyFile = new("--into-key-file")
    {
        Description = "The file of the new database's master key, made where there is none. Else as for --key-file, which is the demo's.",
    };

    public static Command Create()
    {
        Days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 365)
                result.AddError("--days takes a number from 1 to 365.");
        });
        var fill = new Command("fill", "Fills an empty centre with an invented one, or goes on with a filling that was broken off.") { Days };
        fill.SetAction(FillAsync);
        var remove = new Command("remove", "Takes the demo out whole: begins a centre of your own in a new database with what you made here, "
            + "settings, opening hours, people, contact types and their procedures, and nothing that is invented. The demo stays until you "
            + "delete it.") { Into, IntoKeyFile };
        remove.SetAction(RemoveAsync);
        return new Command("demo", "The invented centre to look round in.") { fill, remove };
    }

    private static async Task<int> RemoveAsync(ParseResult asked, CancellationToken stop)
    {
        await using var demo = await OpenedCentre.OpenAsync(asked, stop);
        var said = await demo.Services.GetRequiredService<CentreInForce>().NowAsync();
        if (!said.Demo)
            return Exit.Because("This is no demo centre: there is nothing to take out of it.");
        var into = ServeSettings.DatabaseOf(asked.GetValue(Into));
        await using var own = await OpenedCentre.MadeAsync(into, asked.GetValue(IntoKeyFile), stop);
        var taken = await DemoRemoval.IntoAsync(demo.Dispatcher, said, own.Dispatcher, stop);
        if (!taken.Allowed)
            return Exit.Refused(taken.Refusals);
        Say(taken.Value, (DatabaseName.IsServer(into) ? "\"...\"" : into)
            + (asked.GetValue(IntoKeyFile) is { } key ? $" --key-file {key}" : ""));
        return Exit.Done;
    }

    private static void Say(DemoRemoval.Taken taken, string into)
    {
        Console.WriteLine($"Your own centre is begun, and nothing in it is invented: {Counted.Of(taken.Invited.Count, "person", "people")}, "
            + $"{Counted.Of(taken.Types, "contact type")} with {Counted.Of(taken.Procedures, "procedure")} as drafts, "
            + $"opening hours of {Counted.Of(taken.Openings, "queue or day", "queues and days")}.");
        foreach (var person in taken.Invited)
            Console.WriteLine($"  {person.Name}, {person.Email}, chooses a password, once: /invitations/{person.Token}");
        foreach (var sentence in taken.Left)
            Console.WriteLine($"Not taken along. {sentence}");
        Console.WriteLine($"Open it with: ./do run --database {into}");
        Console.WriteLine("The demo is as it was; delete its database when you need it no more.");
    }

    private static async Task<int> FillAsync(ParseResult asked, CancellationToken stop)
    {
        await using var centre = await OpenedCentre.OpenOrMakeAsync(asked, stop);
        var filled = await centre.Services.GetRequiredService<DemoCentre>().FillAsync(Console.Error.WriteLine, asked.GetValue(Days), stop);
        if (!filled.Allowed)
            return Exit.Because(filled.Refusals[0].Text);
        Console.WriteLine($"The demo centre is ready, with {Counted.Of(filled.Value, "contact")}. Everybody's password is {DemoAccounts.Password}.");
        return Exit.Done;
    }
}
