using System.Text.Json;
using Answerable.App.Acts;
using Answerable.App.Keys;
using Answerable.DatabaseTests.Web;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.Measures;

public sealed class FiguresFileTests
{
    private const int Times = 12, Contacts = 500;

    /// <summary>In 0.1.0 a file asked for while the sums were behind was silently of a part.</summary>
    [Fact]
    public async Task A_file_of_figures_is_of_everything_that_was_acknowledged()
    {
        await using var centre = new WebCentre();
        var key = (await centre.Dispatcher.DoAsync(new CreateKey("telephony"), Actor.System)).Value.Secret;
        using var telephony = centre.Nobody();
        telephony.DefaultRequestHeaders.Authorization = new("Bearer", key);
        var manager = await centre.SignedInAsync(Role.Manager);
        for (var time = 1; time <= Times; time++)
        {
            var events = Enumerable.Range(0, Contacts).Select(number => new
            {
                id = $"{time}-{number}",
                contact = $"{time}-{number}",
                type = "arrived",
                at = "2026-10-09T08:00:00Z",
            });
            using var body = new StringContent(JsonSerializer.Serialize(events), System.Text.Encoding.UTF8, "application/json");
            Assert.True((await telephony.PostAsync("/api/contacts/events", body)).IsSuccessStatusCode);
            var file = await manager.GetStringAsync("/measures/contacts/figures.csv?from=2026-10-09&last=2026-10-09");
            Assert.Contains($",{time * Contacts}", file, StringComparison.Ordinal);
        }
    }
}
