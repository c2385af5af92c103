using Answerable.App;
using Answerable.App.Storage;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere.Places;

internal sealed class PlanningPlaces : IPlaces
{
    public async Task<string?> AddressAsync(string pattern, AnswerableDb db, Visit visit) => pattern switch
    {
        "/workbench/{Id:guid}" => await SeriesAsync(visit),
        "/workbench/{Id:guid}/removal" => $"{(await SeriesAsync(visit)).Split('?')[0]}/removal",
        "/workbench/scenarios/{Id:guid}" => await ScenarioAsync(visit),
        "/workbench/scenarios/{Id:guid}/removal" => $"{(await ScenarioAsync(visit)).Split('?')[0]}/removal",
        _ => null,
    };

    /// <summary>Takes a series of contacts from the journal onto the workbench.</summary>
    private static async Task<string> SeriesAsync(Visit visit)
    {
        await visit.Page.GotoAsync("/workbench");
        var form = visit.Page.GetByRole(AriaRole.Form).Filter(new() { Has = visit.Button("Take these contacts") });
        await form.GetByLabel("Name of the series").FillAsync($"Calls {Ids.New().ToString("N")[^6..]}");
        await visit.Button("Take these contacts").ClickAsync();
        await visit.AtAddressAsync("/workbench/");
        return new Uri(visit.Page.Url).PathAndQuery;
    }

    private static async Task<string> ScenarioAsync(Visit visit)
    {
        await SeriesAsync(visit);
        var form = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Keep this as a scenario" });
        await form.GetByLabel("Name").FillAsync($"A tenth more {Ids.New().ToString("N")[^6..]}");
        await visit.Button("Save the scenario").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Rename" }).First.ClickAsync();
        await visit.AtAddressAsync("/scenarios/");
        return new Uri(visit.Page.Url).PathAndQuery;
    }
}
