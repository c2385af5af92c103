using Answerable.App.Demo;
using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Planning;

/// <summary>A planner of the demo centre before the workbench.</summary>
internal static class PlannerAtWork
{
    public static async Task<Visit> SignInAsync(Product product, int width = 1280, ColorScheme colours = ColorScheme.Light)
    {
        var visit = await Visit.StartAsync(product, width, colours);
        return await visit.SignInAsync(DemoAccounts.All.First(account => account.Role == Role.Planner).Email, DemoAccounts.Password);
    }

    /// <summary>Loads eight weeks of hours, weekdays from eight to six, and waits for the forecast.</summary>
    public static async Task LoadAsync(Visit visit, string name)
    {
        await visit.Page.GotoAsync("/workbench");
        await UploadAsync(visit, name, Csv(8));
        await Assertions.Expect(visit.Page.GetByText("At the peak")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await SettledAsync(visit);
    }

    /// <summary>What was drawn anew hears what is typed only once it has settled.</summary>
    public static Task SettledAsync(Visit visit) =>
        visit.Page.WaitForFunctionAsync("() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')");

    public static async Task UploadAsync(Visit visit, string name, string csv)
    {
        var form = visit.Page.GetByRole(AriaRole.Form, new() { Name = "Load a file" });
        await form.GetByLabel("File")
            .SetInputFilesAsync(new FilePayload { Name = "calls.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(csv) });
        await form.GetByLabel("Name of the series").FillAsync(name);
        await form.GetByLabel("Forecast by the").SelectOptionAsync("Hour");
        await form.GetByRole(AriaRole.Button, new() { Name = "Load the file" }).ClickAsync();
    }

    public static string Csv(int weeks)
    {
        var rows = Enumerable.Range(0, weeks * 7).Select(day => new DateOnly(2026, 6, 1).AddDays(day))
            .Where(date => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .SelectMany(date => Enumerable.Range(8, 10)
                .Select(hour => $"{date:yyyy-MM-dd}T{hour:00}:00:00,{70 - 3 * hour + (int)date.DayOfWeek + date.DayNumber % 5}"));
        return "DateTime,Calls\n" + string.Join('\n', rows) + "\n";
    }

    /// <summary>Moves a knob and waits until its effect is in the address and on the page.</summary>
    public static async Task MoveAsync(Visit visit, string label, string value, string inAddress)
    {
        await visit.Page.GetByLabel(label).FillAsync(value);
        await visit.AtAddressAsync(inAddress);
        await SettledAsync(visit);
    }

    public static async Task<string> CardAsync(Visit visit, string title) =>
        await visit.Page.GetByRole(AriaRole.Region, new() { Name = title, Exact = true }).Locator(".kpi-value").InnerTextAsync();

    /// <summary>Waits until a card no longer says what it said.</summary>
    public static Task ChangedAsync(Visit visit, string title, string before) =>
        Assertions.Expect(visit.Page.GetByRole(AriaRole.Region, new() { Name = title, Exact = true })
            .Locator(".kpi-value")).Not.ToHaveTextAsync(before);
}
