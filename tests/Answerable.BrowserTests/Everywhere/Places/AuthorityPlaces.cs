using Answerable.App.Authority;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.BrowserTests.Everywhere.Places;

internal sealed class AuthorityPlaces : IPlaces
{
    public async Task<string?> AddressAsync(string pattern, AnswerableDb db, Visit visit) => pattern switch
    {
        "/authority/{Code}" => "/authority/goodwill",
        "/authority/limits/{Id:guid}/ending" => $"/authority/limits/{(await db.Set<LimitRow>().FirstAsync(row => row.To == null)).Id}/ending",
        _ => null,
    };
}
