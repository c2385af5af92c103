using Answerable.App.Mail;
using Answerable.App.People;
using Answerable.App.Work;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Mail;

/// <summary>Letters that wait to be tried again need not wait once the settings are others: the clock stands still here.</summary>
public sealed class LettersThatWaitTests
{
    [Theory, EachDatabase]
    public async Task With_settings_mended_they_go_at_once(Database database)
    {
        await using var centre = await WaitingAsync(database);
        await using var post = new PostOffice(tls: false);
        Assert.True((await centre.DoAsync(Settings("localhost", post.Port))).Allowed);
        await IsAsync(centre, WorkState.Done);
        Assert.Single(post.Offered);
    }

    [Theory, EachDatabase]
    public async Task With_settings_taken_away_they_are_given_up_at_once_and_the_reason_says_so(Database database)
    {
        await using var centre = await WaitingAsync(database);
        Assert.True((await centre.DoAsync(Settings("", null))).Allowed);
        Assert.Contains("No mail server is set up", (await IsAsync(centre, WorkState.Failed)).Reason, StringComparison.Ordinal);
    }

    private static async Task<TestCentre> WaitingAsync(Database database)
    {
        var centre = await TestCentre.OpenAsync(database);
        Assert.True((await centre.DoAsync(Settings("localhost", PostOffice.FreePort()))).Allowed);
        var way = (await centre.DoAsync(new InvitePerson("Ada", "ada@example.org", [Role.Agent], null))).Value;
        Assert.True((await centre.DoAsync(new MailInvitation(way.Person, way.Token, "https://desk.example.org/"))).Allowed);
        Assert.Contains("cannot be reached", (await IsAsync(centre, WorkState.Waiting)).Reason, StringComparison.Ordinal);
        return centre;
    }

    private static ChangeMailSettings Settings(string host, int? port) =>
        new(host, port, MailSecurity.None, "", "", "centre@example.org", "Centre");

    private static Task<OutboxRow> IsAsync(TestCentre centre, WorkState state) => Soon.FoundAsync($"it is {state}", async () =>
    {
        await using var db = centre.OpenDb();
        return await db.Set<OutboxRow>().AsNoTracking().SingleOrDefaultAsync(
            row => row.State == state && (row.Reason != null || state == WorkState.Done));
    });
}
