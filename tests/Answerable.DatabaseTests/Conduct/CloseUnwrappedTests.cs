using Answerable.Analysis.Measures;
using Answerable.App.Centre;
using Answerable.App.Conduct;
using Answerable.App.Contacts;
using Answerable.App.Measures;
using Answerable.DatabaseTests.Measures;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Conduct;

public sealed class CloseUnwrappedTests
{
    /// <summary>Case p2 never-wrapped: its handling time is the talk, once the centre's time has passed.</summary>
    [Theory, EachDatabase]
    public async Task Case_p2_a_contact_never_wrapped_is_closed_at_its_end_after_the_centres_time_and_said_beside_the_figure(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        centre.Time.Set(Recorded.Start.AddMinutes(30));
        (int, ContactFact)[] told =
            [(0, new ContactArrived(Channel.Phone, "main")), (10, new ContactAnswered(null, null, "Ann")), (100, new ContactEnded())];
        await new Recorded(centre).Told(told).Told(told[..2]).DeliverAsync();
        await new Recorded(centre, "other").Told(told).DeliverAsync(FactKind.Imported);
        Assert.Equal(0, (await centre.DoAsync(new CloseUnwrapped())).Value);
        Assert.Contains("whole minutes", Assert.Single((await centre.DoAsync(Centre(0))).Refusals).Text, StringComparison.Ordinal);
        Assert.True((await centre.DoAsync(Centre(20))).Allowed);
        var closed = await centre.DoAsync(new CloseUnwrapped());
        Assert.True(closed.Allowed, string.Join(" ", closed.Refusals));
        Assert.Equal(1, closed.Value);
        Assert.Equal(0, (await centre.DoAsync(new CloseUnwrapped())).Value);
        await using var db = centre.OpenDb();
        Assert.Equal([ContactState.Talking, ContactState.Wrapping, ContactState.Handled],
            (await db.Set<ContactRow>().Select(row => row.State).ToListAsync()).Order());
        var asked = new KpiFigures("handling-time", new DateOnly(2026, 9, 1), new DateOnly(2026, 10, 9)) { Whole = true };
        var found = (await centre.AskAsync(asked)).Value;
        Assert.Equal((90.0, 1L), (found.Total.Value, found.Beside.Single(beside => beside.Label.StartsWith("closed at their end",
            StringComparison.Ordinal)).Count));
    }

    private static ChangeCentre Centre(int minutes) => new("Here", "Europe/London", "GBP", "", AfterContactMinutes: minutes);
}
