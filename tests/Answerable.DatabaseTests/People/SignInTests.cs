using Answerable.App.Journal;
using Answerable.App.People;
using Answerable.Model.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Answerable.DatabaseTests.People;

public sealed class SignInTests
{
    [Theory, EachDatabase]
    public async Task The_right_password_opens_a_session_with_name_roles_and_team_and_is_written_down(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        var team = (await centre.DoAsync(new FormTeam("Waste"))).Value;
        await centre.DoAsync(new PlacePerson(ann.Id, team, [Role.Agent, Role.Planner]));
        var session = (await centre.SignInAsync("ANN")).Opened();
        Assert.Equal((ann.Id, "ann", team, "Agent, Planner"), (session.Person, session.Name, session.Team, string.Join(", ", session.Roles)));
        Assert.Equal("Signed in", (await centre.AskAsync(new PersonRecord(ann.Id))).Value.History[0].What);
    }

    [Theory, EachDatabase]
    public async Task Wrong_password_and_unknown_address_are_turned_away_in_the_same_words(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        Assert.Equal(await centre.SignInAsync("ann", "not this one"), await centre.SignInAsync("nobody", "not this one"));
        await using var db = centre.OpenDb();
        Assert.Equal(ann.Id.Value, (await db.Set<JournalRow>().SingleAsync(row => row.Name == "person.sign-in-refused")).Subject);
    }

    [Theory, EachDatabase]
    public async Task After_five_wrong_passwords_even_the_right_one_waits_ten_minutes(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        await centre.JoinAsync("ann");
        for (var tried = 1; tried <= Lockout.Tries; tried++)
            Assert.Equal("sign-in.wrong", (await centre.SignInAsync("ann", "not this one")).Away());
        Assert.Equal("sign-in.locked", (await centre.SignInAsync("ann")).Away());
        centre.Time.Pass(Lockout.Wait - TimeSpan.FromSeconds(1));
        Assert.Equal("sign-in.locked", (await centre.SignInAsync("ann", "not this one")).Away());
        centre.Time.Pass(TimeSpan.FromSeconds(1));
        (await centre.SignInAsync("ann")).Opened();
    }

    [Theory, EachDatabase]
    public async Task Signing_in_forgets_the_wrong_tries_before_it(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        await centre.JoinAsync("ann");
        for (var round = 0; round < 2; round++)
        {
            for (var tried = 1; tried < Lockout.Tries; tried++)
                await centre.SignInAsync("ann", "not this one");
            (await centre.SignInAsync("ann")).Opened();
        }
    }

    [Theory, EachDatabase]
    public async Task Five_guesses_at_once_lock_as_five_in_a_row_do(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        await centre.JoinAsync("ann");
        var guess = await centre.TypedAsync("ann", "not this one");
        var codes = (await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => centre.EnterAsync(guess)))).Select(AtTheDoor.Away).ToArray();
        Assert.Equal((Lockout.Tries, 12 - Lockout.Tries),
            (codes.Count(code => code == "sign-in.wrong"), codes.Count(code => code == "sign-in.locked")));
    }

    [Theory, EachDatabase]
    public async Task That_an_account_is_deactivated_is_said_only_to_who_knows_its_password(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        await centre.DoAsync(new DeactivatePerson(ann.Id, "left"));
        Assert.Equal("sign-in.wrong", (await centre.SignInAsync("ann", "not this one")).Away());
        Assert.Equal("sign-in.deactivated", (await centre.SignInAsync("ann")).Away());
        await centre.DoAsync(new ReactivatePerson(ann.Id));
        (await centre.SignInAsync("ann")).Opened();
    }

    [Theory, EachDatabase]
    public async Task A_password_hashed_in_an_older_way_opens_and_is_hashed_anew(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var old = new PasswordHasher<Credentials>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }))
            .HashPassword(new Credentials(), AtTheDoor.Password);
        var ann = await centre.JoinAsync("ann");
        await using var db = centre.OpenDb();
        await db.Set<Credentials>().Where(row => row.Id == ann.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.PasswordHash, old));
        (await centre.SignInAsync("ann")).Opened();
        Assert.NotEqual(old, (await db.Set<Credentials>().SingleAsync(row => row.Id == ann.Id)).PasswordHash);
        (await centre.SignInAsync("ann")).Opened();
    }

    [Theory, EachDatabase]
    public async Task One_who_has_not_yet_chosen_a_password_cannot_sign_in_with_any(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new InvitePerson("ann", AtTheDoor.Email("ann"), [Role.Agent], null));
        Assert.Equal("sign-in.wrong", (await centre.SignInAsync("ann", "")).Away());
    }
}
