using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.App.People;
using Answerable.Model;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.People;

public sealed class PeopleTests
{
    [Theory, EachDatabase]
    public async Task An_invited_person_chooses_a_password_once(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var invitation = (await centre.DoAsync(new InvitePerson("Ann Agent", "ann@centre.example", [Role.Agent], null))).Value;
        Assert.Equal("Ann Agent", (await centre.AskAsync(new InvitationInForce(invitation.Token))).Value.Name);
        Assert.True((await centre.DoAsync(new AcceptInvitation(invitation.Token, AtTheDoor.Password, AtTheDoor.Password))).Allowed);
        Assert.Equal("invitation.used",
            (await centre.DoAsync(new AcceptInvitation(invitation.Token, AtTheDoor.Password, AtTheDoor.Password))).Refusals[0].Code);
        await using var db = centre.OpenDb();
        Assert.Equal(["person.invited", "person.password-changed"], await db.Set<JournalRow>().OrderBy(row => row.Number).Select(row => row.Name)
            .ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task An_invitation_lapses_after_a_week(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var invitation = (await centre.DoAsync(new InvitePerson("Ann", "ann@centre.example", [Role.Agent], null))).Value;
        centre.Time.Pass(TimeSpan.FromDays(7));
        Assert.Equal("invitation.lapsed",
            (await centre.DoAsync(new AcceptInvitation(invitation.Token, AtTheDoor.Password, AtTheDoor.Password))).Refusals[0].Code);
    }

    [Theory, EachDatabase]
    public async Task Everything_wrong_with_an_invitation_is_said_at_once_at_its_field(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new InvitePerson("Ann", "ann@centre.example", [Role.Agent], null));
        var refused =
            await centre.DoAsync(new InvitePerson(" ", "ANN@centre.example", [], TeamId.From(Guid.Parse("0199c000-0000-7000-8000-000000000001"))));
        Assert.Equal(["Name", "Roles", "Email", "Team"], refused.Refusals.Select(refusal => refusal.Field));
        await using var db = centre.OpenDb();
        Assert.Equal(1, await db.Set<Credentials>().CountAsync());
    }

    [Theory, EachDatabase]
    public async Task The_last_administrator_can_be_neither_deactivated_nor_demoted(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var first = (await centre.DoAsync(new InvitePerson("One", "one@centre.example", [Role.Administrator], null))).Value.Person;
        Assert.Equal("person.last-administrator", (await centre.DoAsync(new DeactivatePerson(first, ""))).Refusals[0].Code);
        Assert.Equal("person.last-administrator", (await centre.DoAsync(new PlacePerson(first, null, [Role.Agent]))).Refusals[0].Code);
        await centre.DoAsync(new InvitePerson("Two", "two@centre.example", [Role.Administrator], null));
        Assert.True((await centre.DoAsync(new PlacePerson(first, null, [Role.Agent]))).Allowed);
    }

    /// <summary>Each through a server of their own, at once: one is done, the other then meets the last one.</summary>
    [Theory, EachDatabase]
    public async Task Of_two_administrators_who_put_each_other_out_at_once_one_stays(Database database)
    {
        foreach (var strips in new[] { false, true, false })
        {
            await using var centre = await TestCentre.OpenAsync(database);
            await using var beside = database == Database.Postgres ? await centre.BesideAsync() : null;
            var (one, two) = (await centre.JoinAsync("one", Role.Administrator), await centre.JoinAsync("two", Role.Administrator));
            IAct<Done> other = strips ? new PlacePerson(one.Id, null, [Role.Agent]) : new DeactivatePerson(one.Id, "They left.");
            var both = await Task.WhenAll(
                centre.DoAsync(new DeactivatePerson(two.Id, "They left."), one), (beside ?? centre).DoAsync(other, two));
            Assert.Equal("person.last-administrator", Assert.Single(Assert.Single(both, outcome => !outcome.Allowed).Refusals).Code);
        }
    }

    [Theory, EachDatabase]
    public async Task Without_a_reason_nobody_is_deactivated(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        foreach (var reason in new[] { "", "  ", new string('x', 201) })
        {
            var refusal = Assert.Single((await centre.DoAsync(new DeactivatePerson(ann.Id, reason))).Refusals);
            Assert.Equal(("Reason", "Say why, in up to 200 characters: it stands on record."), (refusal.Field, refusal.Text));
        }
        Assert.True((await centre.AskAsync(new PersonRecord(ann.Id))).Value.Active);
        await centre.DoAsync(new DeactivatePerson(ann.Id, "They left."));
        Assert.False((await centre.AskAsync(new PersonRecord(ann.Id))).Value.Active);
    }

    [Theory, EachDatabase]
    public async Task Moving_deactivating_and_reactivating_stand_in_the_persons_history(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new InvitePerson("One", "one@centre.example", [Role.Administrator], null));
        var team = (await centre.DoAsync(new FormTeam("Waste"))).Value;
        var ann = (await centre.DoAsync(new InvitePerson("Ann", "ann@centre.example", [Role.Agent], null))).Value.Person;
        await centre.DoAsync(new PlacePerson(ann, team, [Role.Agent]));
        await centre.DoAsync(new DeactivatePerson(ann, "left"));
        await centre.DoAsync(new ReactivatePerson(ann));
        var record = (await centre.AskAsync(new PersonRecord(ann))).Value;
        Assert.Equal(["Reactivated", "Deactivated: left", "Moved from no team to Waste", "Invited as Agent"],
            record.History.Select(line => line.What));
        Assert.Equal((true, team), (record.Active, record.Team));
    }

    [Theory, EachDatabase]
    public async Task Presence_however_often_it_changes_does_not_bury_what_was_done_with_a_persons_access(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var ann = (await centre.DoAsync(new InvitePerson("Ann", "ann@centre.example", [Role.Agent], null))).Value.Person;
        await centre.Writer.AppendAsync([.. Enumerable.Range(0, 60).Select(minute => Entry.Of(
            new PresenceChanged(ann, Presence.Ready, Presence.Break), centre.Time.GetUtcNow()
                .AddMinutes(minute), FactKind.Live, "desk", $"p{minute}", ann.Value, ann.Value))]);
        var record = (await centre.AskAsync(new PersonRecord(ann))).Value;
        Assert.Equal(["Invited as Agent"], record.History.Select(line => line.What));
        await using var db = centre.OpenDb();
        Assert.Equal(60, await db.Set<JournalRow>().CountAsync(row => row.Name == "person.presence-changed"));
    }

    [Theory, EachDatabase]
    public async Task Who_lacks_the_permission_is_refused_and_told_who_has_it(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var agent = Actor.Of(PersonId.From(Guid.Parse("0199c000-0000-7000-8000-000000000001")), "Ann", [Role.Agent], null);
        var refused = await centre.DoAsync(new FormTeam("Mine"), agent);
        Assert.Equal("access.denied", refused.Refusals[0].Code);
        Assert.Contains("Administrator", refused.Refusals[0].Text, StringComparison.Ordinal);
        await using var db = centre.OpenDb();
        Assert.Equal(0, await db.Set<JournalRow>().CountAsync());
    }

    [Theory, EachDatabase]
    public async Task The_list_finds_by_name_team_and_role(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var team = (await centre.DoAsync(new FormTeam("Waste"))).Value;
        foreach (var number in Enumerable.Range(0, 60))
            await centre.DoAsync(new InvitePerson($"Person {number:00}", $"p{number}@centre.example", [number % 2 == 0 ? Role.Agent : Role.Planner],
                number < 10 ? team : null));
        Assert.Equal(60, (await centre.AskAsync(new PeopleList())).Value.Total);
        Assert.Equal(10, (await centre.AskAsync(new PeopleList(Page: 2))).Value.People.Count);
        Assert.Equal("Person 07", Assert.Single((await centre.AskAsync(new PeopleList("person 07"))).Value.People).Name);
        Assert.Equal(5, (await centre.AskAsync(new PeopleList(Team: team, Role: Role.Planner))).Value.Total);
        Assert.Equal(10, Assert.Single((await centre.AskAsync(new PeopleList())).Value.Teams).People);
        Assert.Equal(30, (await centre.AskAsync(new PeopleList())).Value.Roles[Role.Planner]);
    }

    [Theory, EachDatabase]
    public async Task Team_and_roles_are_placed_both_or_neither(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        var nowhere = TeamId.From(Guid.Parse("0199c000-0000-7000-8000-000000000001"));
        Assert.Equal("Team", (await centre.DoAsync(new PlacePerson(ann.Id, nowhere, [Role.Manager]))).Refusals[0].Field);
        Assert.Equal(["Roles", "Team"], (await centre.DoAsync(new PlacePerson(ann.Id, nowhere, []))).Refusals.Select(refusal => refusal.Field));
        Assert.Equal("person.no-such-role", (await centre.DoAsync(new PlacePerson(ann.Id, null, [(Role)99]))).Refusals[0].Code);
        var record = (await centre.AskAsync(new PersonRecord(ann.Id))).Value;
        Assert.Equal((null, Role.Agent), (record.Team, Assert.Single(record.Roles)));
    }

    [Theory, EachDatabase]
    public async Task Team_and_roles_kept_as_they_are_append_nothing_and_end_no_session(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        var session = (await centre.SignInAsync("ann")).Opened();
        await using var db = centre.OpenDb();
        var lines = await db.Set<JournalRow>().CountAsync();
        Assert.True((await centre.DoAsync(new PlacePerson(ann.Id, null, [Role.Agent, Role.Agent]))).Allowed);
        centre.Time.Pass(TimeSpan.FromSeconds(2));
        Assert.True(await centre.StandsAsync(session));
        Assert.Equal(lines, await db.Set<JournalRow>().CountAsync());
    }

    [Theory, EachDatabase]
    public async Task Who_deactivated_a_person_stands_beside_when_until_they_are_active_again(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var imran = await centre.JoinAsync("imran", Role.Administrator);
        var ann = await centre.JoinAsync("ann");
        await centre.DoAsync(new DeactivatePerson(ann.Id, "left"), imran);
        Assert.Equal((centre.Time.GetUtcNow(), imran.Id), await StandingAsync());
        Assert.Equal("person.deactivated", (await centre.DoAsync(new DeactivatePerson(ann.Id, "again"), imran)).Refusals[0].Code);
        await centre.DoAsync(new ReactivatePerson(ann.Id), imran);
        Assert.Equal(((DateTimeOffset?)null, (PersonId?)null), await StandingAsync());
        // Nobody else is there to be asked.
        Assert.Equal("person.last-administrator", (await centre.DoAsync(new DeactivatePerson(imran.Id, ""), imran)).Refusals[0].Code);
        await centre.JoinAsync("ivy", Role.Administrator);
        Assert.Equal("person.oneself", (await centre.DoAsync(new DeactivatePerson(imran.Id, ""), imran)).Refusals[0].Code);

        async Task<(DateTimeOffset?, PersonId?)> StandingAsync()
        {
            await using var db = centre.OpenDb();
            var row = await db.Set<PersonRow>().SingleAsync(person => person.Id == ann.Id);
            return (row.DeactivatedAt, row.DeactivatedBy);
        }
    }

    [Theory, EachDatabase]
    public async Task Another_order_is_of_all_people_not_of_those_on_the_page(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var team = (await centre.DoAsync(new FormTeam("Zinc"))).Value;
        for (var number = 0; number < 55; number++)
            await centre.DoAsync(new InvitePerson($"Person {number:00}", $"p{number}@centre.example", [Role.Agent], number == 3 ? team : null));
        async Task<string> FirstAsync(string sort, int page) =>
            (await centre.AskAsync(new PeopleList(Page: page, Order: Order.Read(sort)))).Value.People[0].Name;
        Assert.Equal("Person 54", await FirstAsync("-name", 1));
        Assert.Equal("Person 04", await FirstAsync("-name", 2));
        Assert.Equal("Person 03", await FirstAsync("-team", 1));
        Assert.Equal("Person 00", await FirstAsync("team", 1));
        Assert.Equal("Person 00", await FirstAsync("no-such-word", 1));
    }
}
