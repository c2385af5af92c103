using System.Net;
using Answerable.App.People;
using Answerable.DatabaseTests.Web;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.People;

/// <summary>Whose session has ended is told why where they are led to; what a page asks by itself leaves the cookie, so that it can be
/// told.</summary>
public sealed class EndedSessionTests
{
    [Theory, EachDatabase]
    public async Task Why_it_ended_is_said_where_one_signs_in(Database database)
    {
        await using var other = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        using var web = new WebCentre(other.Database, other.Time);
        await AssertToldAsync("signed-out", person => other.DoAsync(new EndSessionsOf(person)), "You were signed out. Sign in again to go on.");
        await AssertToldAsync("closed", person => other.DoAsync(new DeactivatePerson(person, "They left.")),
            "Your account was closed by an administrator.");
        await AssertToldAsync("raised", person => other.DoAsync(new PlacePerson(person, null, [Role.Agent, Role.Planner])),
            "What you may do was changed by an administrator. Sign in again to go on.");
        await AssertToldAsync("idle", _ =>
        {
            other.Time.Pass(TimeSpan.FromHours(23));
            return Task.CompletedTask;
        }, "You were signed out, for nothing was done for a while. Sign in again to go on.");

        async Task AssertToldAsync(string name, Func<PersonId, Task> end, string words)
        {
            var person = await other.JoinAsync(name);
            var browser = web.Nobody();
            await WebCentre.PostAsync(browser, "/sign-in", "sign-in",
                new() { ["Form.Email"] = AtTheDoor.Email(name), ["Form.Password"] = AtTheDoor.Password });
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);
            await end(person.Id);
            other.Time.Pass(TimeSpan.FromSeconds(2));
            foreach (var asks in new[] { "/desk/events", "/waiting", "/account" })
            {
                using var byScript = new HttpRequestMessage(HttpMethod.Get, asks);
                byScript.Headers.Add("Sec-Fetch-Mode", "cors");
                var turnedAway = await browser.SendAsync(byScript);
                Assert.Equal(HttpStatusCode.Found, turnedAway.StatusCode);
                Assert.False(turnedAway.Headers.Contains("Set-Cookie"), asks);
            }
            var led = await browser.GetAsync("/account");
            Assert.Contains("answerable=;", Assert.Single(led.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
            Assert.Contains(words, await browser.GetStringAsync(led.Headers.Location), StringComparison.Ordinal);
            Assert.DoesNotContain("ended", (await browser.GetAsync("/account")).Headers.Location!.ToString(), StringComparison.Ordinal);
        }
    }
}
