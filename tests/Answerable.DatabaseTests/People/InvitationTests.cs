using Answerable.App.People;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.People;

public sealed class InvitationTests
{
    [Theory, EachDatabase]
    public async Task A_new_link_withdraws_the_one_before_and_lets_choose_a_password_while_locked(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var first = (await centre.DoAsync(new InvitePerson("ann", AtTheDoor.Email("ann"), [Role.Agent], null))).Value;
        var second = (await centre.DoAsync(new RenewInvitation(first.Person))).Value;
        Assert.Equal("invitation.lapsed", (await centre.AskAsync(new InvitationInForce(first.Token))).Refusals[0].Code);
        Assert.Equal("invitation.lapsed",
            (await centre.DoAsync(new AcceptInvitation(first.Token, AtTheDoor.Password, AtTheDoor.Password))).Refusals[0].Code);
        await centre.DoAsync(new AcceptInvitation(second.Token, AtTheDoor.Password, AtTheDoor.Password));

        for (var tried = 0; tried < Lockout.Tries; tried++)
            await centre.SignInAsync("ann", "not this one");
        var third = (await centre.DoAsync(new RenewInvitation(first.Person))).Value;
        Assert.Equal("sign-in.locked", (await centre.SignInAsync("ann")).Away());
        await centre.DoAsync(new AcceptInvitation(third.Token, AtTheDoor.NewPassword, AtTheDoor.NewPassword));
        (await centre.SignInAsync("ann", AtTheDoor.NewPassword)).Opened();
        Assert.Contains("Given a new one-time link", (await centre.AskAsync(new PersonRecord(first.Person))).Value.History.Select(line => line.What));
    }

    [Theory, EachDatabase]
    public async Task A_password_that_will_not_do_is_said_and_the_link_stays_good(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var link = (await centre.DoAsync(new InvitePerson("ann", AtTheDoor.Email("ann"), [Role.Agent], null))).Value;
        Assert.Equal(["password.short", "password.differs"],
            (await centre.DoAsync(new AcceptInvitation(link.Token, "short1", "short2"))).Refusals.Select(refusal => refusal.Code));
        Assert.Equal("password.name",
            (await centre.DoAsync(new AcceptInvitation(link.Token, "ann likes long words", "ann likes long words"))).Refusals[0].Code);
        Assert.True((await centre.DoAsync(new AcceptInvitation(link.Token, AtTheDoor.Password, AtTheDoor.Password))).Allowed);
        (await centre.SignInAsync("ann")).Opened();
    }

    [Fact]
    public void What_was_typed_stands_in_no_log() =>
        Assert.DoesNotContain("words", new AcceptInvitation("token", AtTheDoor.Password, AtTheDoor.Password).ToString(), StringComparison.Ordinal);

    [Theory, EachDatabase]
    public async Task A_deactivation_withdraws_the_link_for_good(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var invited = (await centre.DoAsync(new InvitePerson("ann", AtTheDoor.Email("ann"), [Role.Agent], null))).Value;
        await centre.DoAsync(new DeactivatePerson(invited.Person, "never came"));
        Assert.Equal("person.deactivated", (await centre.DoAsync(new RenewInvitation(invited.Person))).Refusals[0].Code);
        await centre.DoAsync(new ReactivatePerson(invited.Person));
        Assert.Equal("invitation.lapsed", (await centre.AskAsync(new InvitationInForce(invited.Token))).Refusals[0].Code);
        Assert.Equal("invitation.lapsed",
            (await centre.DoAsync(new AcceptInvitation(invited.Token, AtTheDoor.Password, AtTheDoor.Password))).Refusals[0].Code);
        Assert.True((await centre.DoAsync(new RenewInvitation(invited.Person))).Allowed);
    }
}
