using Answerable.App.Demo;
using Answerable.App.Storage;

namespace Answerable.BrowserTests.Everywhere.Places;

internal sealed class PeoplePlaces : IPlaces
{
    public Task<string?> AddressAsync(string pattern, AnswerableDb db, Visit visit) => Task.FromResult(pattern switch
    {
        "/invitations/{Token}" => "/invitations/none-such",
        "/people/{Id:guid}" => $"/people/{DemoPeople.Accounts[0].Id}",
        "/people/{Id:guid}/deactivation" => $"/people/{DemoPeople.Accounts[0].Id}/deactivation",
        _ => null,
    });
}
