using Answerable.App.Storage;

namespace Answerable.BrowserTests.Everywhere.Places;

internal sealed class AuthorityPlaces : IPlaces
{
    public Task<string?> AddressAsync(string pattern, AnswerableDb db, Visit visit) =>
        Task.FromResult(pattern == "/authority/{Code}" ? "/authority/goodwill" : null);
}
