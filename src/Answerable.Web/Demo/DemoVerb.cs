using System.CommandLine;
using Answerable.App.Demo;
using Answerable.Web.CommandLine;

namespace Answerable.Web.Demo;

internal static class DemoVerb
{
    private static readonly Option<int> Days = new("--days")
    {
        Description = "How many days of contacts it has behind it, from 1 to 365.",
        DefaultValueFactory = _ => DemoCentre.Days,
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
        return new Command("demo", "The invented centre to look round in.") { fill };
    }

    private static async Task<int> FillAsync(ParseResult asked, CancellationToken stop)
    {
        await using var centre = await OpenedCentre.OpenOrMakeAsync(asked, stop);
        var filled = await centre.Services.GetRequiredService<DemoCentre>().FillAsync(Console.Error.WriteLine, asked.GetValue(Days), stop);
        if (!filled.Allowed)
            return Exit.Because(filled.Refusals[0].Text);
        Console.WriteLine($"The demo centre is ready, with {filled.Value} contacts. Everybody's password is {DemoAccounts.Password}.");
        return Exit.Done;
    }
}
