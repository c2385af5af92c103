using Answerable.App.Storage;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere.Places;

internal sealed class ContactsPlaces : IPlaces
{
    // The latest that the visitor may see: a leader sees the team's, and whose the latest of all is, the hour decides.
    public async Task<string?> AddressAsync(string pattern, AnswerableDb db, Visit visit)
    {
        if (pattern != "/contacts/{Id:guid}")
            return null;
        await visit.Page.GotoAsync("/contacts");
        return await visit.Page.Locator("tbody th a").First.GetAttributeAsync("href", new() { Timeout = 20_000 });
    }
}
