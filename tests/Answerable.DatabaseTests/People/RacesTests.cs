using Answerable.App.People;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.People;

/// <summary>
/// What an administrator does between the two halves of a sign-in, what is read and what is written: it stands, whatever was typed.
/// In 0.1.0 a wrong password typed at the moment of a deactivation made the person active again.
/// </summary>
public sealed class RacesTests
{
    public enum Meanwhile
    {
        Deactivated,
        GivenRoles,
        GivenPassword,
    }

    [Theory, EachDatabase]
    public async Task A_wrong_password_typed_at_the_moment_of_a_deactivation_leaves_the_person_deactivated(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        var typed = await centre.TypedAsync("ann", "not this one");
        await centre.DoAsync(new DeactivatePerson(ann.Id, "left"));
        Assert.Equal("sign-in.wrong", (await centre.EnterAsync(typed)).Away());
        Assert.False((await centre.AskAsync(new PersonRecord(ann.Id))).Value.Active);
        Assert.Equal("sign-in.deactivated", (await centre.SignInAsync("ann")).Away());
    }

    [Theory, EachDatabase]
    public async Task The_right_password_typed_at_that_moment_opens_nothing(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        var typed = await centre.TypedAsync("ann");
        await centre.DoAsync(new DeactivatePerson(ann.Id, "left"));
        Assert.Equal("sign-in.deactivated", (await centre.EnterAsync(typed)).Away());
        Assert.False((await centre.AskAsync(new PersonRecord(ann.Id))).Value.Active);
    }

    [Theory, EachDatabase]
    public async Task New_roles_and_a_new_team_stand_and_the_session_that_opens_has_them(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann", Role.Manager);
        var team = (await centre.DoAsync(new FormTeam("Waste"))).Value;
        var (right, wrong) = (await centre.TypedAsync("ann"), await centre.TypedAsync("ann", "not this one"));
        await centre.DoAsync(new PlacePerson(ann.Id, team, [Role.Agent]));
        Assert.Equal("sign-in.wrong", (await centre.EnterAsync(wrong)).Away());
        var session = (await centre.EnterAsync(right)).Opened();
        Assert.Equal((team, Role.Agent), (session.Team, Assert.Single(session.Roles)));
        Assert.True(await centre.StandsAsync(session));
        var record = (await centre.AskAsync(new PersonRecord(ann.Id))).Value;
        Assert.Equal((team, Role.Agent), (record.Team, Assert.Single(record.Roles)));
    }

    [Theory, EachDatabase]
    public async Task A_password_no_longer_the_persons_opens_nothing_and_counts_for_nothing(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        var (right, wrong) = (await centre.TypedAsync("ann"), await centre.TypedAsync("ann", "not this one"));
        await centre.GiveAsync(Meanwhile.GivenPassword, ann.Id);
        Assert.Equal("sign-in.wrong", (await centre.EnterAsync(right)).Away());
        for (var tried = 0; tried < Lockout.Tries; tried++)
            Assert.Equal("sign-in.wrong", (await centre.EnterAsync(wrong)).Away());
        (await centre.SignInAsync("ann", AtTheDoor.NewPassword)).Opened();
    }

    [Theory, EachDatabase]
    public async Task Between_password_and_code_every_change_makes_one_begin_again(Database database)
    {
        foreach (var meanwhile in Enum.GetValues<Meanwhile>())
        {
            await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
            var ann = await centre.JoinAsync("ann");
            var recovery = await centre.SetSecondFactorAsync(ann);
            var halfWay = await centre.SignInAsync("ann");
            await centre.GiveAsync(meanwhile, ann.Id);
            Assert.Equal("sign-in.changed", (await centre.CodeAsync(halfWay, centre.CodeNow())).Away());
            Assert.Equal("sign-in.changed", (await centre.CodeAsync(halfWay, recovery[0])).Away());
            Assert.Equal(10, (await centre.AskAsync(new OwnAccount(), ann)).Value.RecoveryCodesLeft);
        }
    }

    [Theory, EachDatabase]
    public async Task Every_change_ends_the_sessions_there_are(Database database)
    {
        foreach (var meanwhile in Enum.GetValues<Meanwhile>())
        {
            await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
            var ann = await centre.JoinAsync("ann");
            var session = (await centre.SignInAsync("ann")).Opened();
            Assert.True(await centre.StandsAsync(session));
            await centre.GiveAsync(meanwhile, ann.Id);
            centre.Time.Pass(TimeSpan.FromSeconds(2));
            Assert.False(await centre.StandsAsync(session));
        }
    }

    [Theory, EachDatabase]
    public async Task One_deactivated_can_neither_change_their_password_nor_touch_their_second_factor(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        await centre.DoAsync(new DeactivatePerson(ann.Id, "left"));
        Assert.Equal("not-found",
            (await centre.DoAsync(new ChangePassword(AtTheDoor.Password, AtTheDoor.NewPassword, AtTheDoor.NewPassword), ann)).Refusals[0].Code);
        Assert.Equal("not-found", (await centre.DoAsync(new TurnSecondFactorOff(AtTheDoor.Password), ann)).Refusals[0].Code);
        Assert.Equal("not-found",
            (await centre.DoAsync(new TurnSecondFactorOn(AtTheDoor.Key, centre.CodeNow(), AtTheDoor.Password), ann)).Refusals[0].Code);
    }
}
