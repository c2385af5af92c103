using System.Net;
using Answerable.App.Storage;
using Answerable.DatabaseTests.Web;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Measures;

public sealed class MeasuresPagesTests
{
    [Theory]
    [InlineData("/measures?queue=wine", "No contact has the queue &#x27;wine&#x27;. There are: water.")]
    [InlineData("/measures/contacts?queue=wine", "No contact has the queue &#x27;wine&#x27;. There are: water.")]
    [InlineData("/measures/contacts?type=wine", "No contact has the contact type &#x27;wine&#x27;.")]
    [InlineData("/measures/fcr?definition=7", "has no definition of version 7.")]
    [InlineData("/agents?team=wine", "No contact has the team &#x27;wine&#x27;.")]
    public async Task A_value_that_no_contact_has_is_said_on_the_page_above_its_form(string address, string sentence)
    {
        await using var centre = new WebCentre();
        await centre.Services.GetRequiredService<Writer>().AppendAsync([Entry.Of(
            new ContactRecorded(Channel.Phone, "water", null, null, ContactState.Handled, 1000, 60_000, 0, 5_000, null, "Ann", null),
            new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero), FactKind.Live, "test", "1", new Guid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5), null)]);
        using var answer = await (await centre.SignedInAsync(Role.Manager)).GetAsync(address);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"What is shown\"", page, StringComparison.Ordinal);
    }
}
