using Answerable.App.Deliveries;
using Answerable.App.Journal;
using Answerable.App.Keys;
using Answerable.App.People;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Keys;

public sealed class KeyTests
{
    [Theory, EachDatabase]
    public async Task Keys_are_listed_the_latest_first_and_those_revoked_last_with_who_and_when(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var owner = (await centre.DoAsync(new InvitePerson("Jo Planner", "jo@centre.example", [Role.Planner], null))).Value.Person;
        var old = (await centre.DoAsync(new CreateKey("old telephony", "telephony"))).Value;
        centre.Time.Pass(TimeSpan.FromHours(1));
        await centre.DoAsync(new CreateKey("telephony"));
        centre.Time.Pass(TimeSpan.FromHours(1));
        await centre.DoAsync(new CreateKey("Jo own", null, owner));
        Assert.Equal("key.name-taken", (await centre.DoAsync(new CreateKey("telephony"))).Refusals[0].Code);
        Assert.True((await centre.DoAsync(new RevokeKey(old.Key, "Replaced."))).Allowed);
        Assert.Equal("key.revoked", (await centre.DoAsync(new RevokeKey(old.Key))).Refusals[0].Code);

        var listed = (await centre.AskAsync(new KeyList())).Value;
        Assert.Equal(["Jo own", "telephony", "old telephony"], listed.Select(line => line.Name));
        Assert.Equal(["Jo own", "telephony", "telephony"], listed.Select(line => line.Source));
        Assert.Equal(["Jo Planner", null, null], listed.Select(line => line.Owner));
        Assert.Equal([null, null, centre.Time.GetUtcNow()], listed.Select(line => line.RevokedAt));
    }

    [Theory, EachDatabase]
    public async Task A_persons_own_key_ends_with_them_for_good(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new InvitePerson("One", "one@centre.example", [Role.Administrator], null));
        var owner = (await centre.DoAsync(new InvitePerson("Ann Agent", "ann@centre.example", [Role.Agent], null))).Value.Person;
        var own = (await centre.DoAsync(new CreateKey("Ann own", null, owner))).Value;
        await centre.DoAsync(new CreateKey("telephony"));
        Assert.Contains("Their own key ends for good.", (await centre.AskAsync(new DeactivationForeseen(owner))).Value.Follows);
        Assert.True((await centre.DoAsync(new DeactivatePerson(owner, "left"))).Allowed);
        await AssertEndedAsync("Its person was deactivated.");
        Assert.True((await centre.DoAsync(new ReactivatePerson(owner))).Allowed);
        await AssertEndedAsync("Its person was deactivated.");

        // One who left while nothing ended with them: their key does not come back either.
        await using (var db = centre.OpenDb())
        {
            await db.Set<KeyRow>().Where(row => row.Id == own.Key).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.RevokedAt, (DateTimeOffset?)null).SetProperty(row => row.RevokedWhy, (string?)null));
            await db.Set<PersonRow>().Where(row => row.Id == owner)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.DeactivatedAt, centre.Time.GetUtcNow()));
        }
        Assert.True((await centre.DoAsync(new ReactivatePerson(owner))).Allowed);
        await AssertEndedAsync("Its person was deactivated.");

        async Task AssertEndedAsync(string why)
        {
            var listed = (await centre.AskAsync(new KeyList())).Value;
            Assert.Equal([("telephony", null, false), ("Ann own", why, true)],
                listed.Select(line => (line.Name, line.RevokedWhy, line.RevokedAt is not null)));
            await using var db = centre.OpenDb();
            Assert.True(await db.Set<JournalRow>().AnyAsync(row => row.Subject == own.Key.Value && row.Name == "key.revoked"));
        }
    }

    [Theory, EachDatabase]
    public async Task A_delivered_contact_is_shown_to_its_own_source_and_to_whoever_may_read_contacts(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var id = App.Ids.Of("api:north", "c1");
        await centre.Writer.AppendAsync(
            [Entry.Of(new ContactArrived(Channel.Chat, "bins"), centre.Time.GetUtcNow(), FactKind.Live, "api:north", "1", id, null)]);
        var (system, manager) = (Actor.Key("telephony", Permission.DeliverEvents), Of(Role.Manager) with { Granted = [Permission.DeliverEvents] });
        var found = (await Ask("c1", "api:north", system)).Value.Contact;
        Assert.Equal((id, Channel.Chat), (found.Id.Value, found.Channel));
        Assert.True((await Ask(id.ToString(), "api:north", system)).Allowed);
        Assert.Equal("not-found", (await Ask(id.ToString(), "api:south", system)).Refusals[0].Code);
        Assert.True((await Ask(id.ToString(), "api:south", manager)).Allowed);
        Assert.Equal("access.denied", (await Ask("c1", "api:north", Of(Role.Agent))).Refusals[0].Code);

        Task<Model.Outcome<DeliveredContact.Finding>> Ask(string named, string source, Actor who) =>
            centre.AskAsync(new DeliveredContact(named, source), who);
    }

    private static Actor Of(Role role) => Actor.Of(App.Ids.New<PersonId>(), role.ToString(), [role], null);
}
