using Answerable.App.Contacts;
using Answerable.App.Storage;
using Answerable.Model.Contacts;
using Microsoft.EntityFrameworkCore;

namespace Answerable.BrowserTests.Everywhere.Places;

internal sealed class ContactsPlaces : IPlaces
{
    public async Task<string?> AddressAsync(string pattern, AnswerableDb db, Visit visit) => pattern == "/contacts/{Id:guid}"
        ? $"/contacts/{(await db.Set<ContactRow>().Where(row => row.State == ContactState.Handled).OrderByDescending(row => row.ArrivedAt).FirstAsync()).Id.Value}"
        : null;
}
