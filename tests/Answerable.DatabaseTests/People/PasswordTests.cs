using Answerable.App.People;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.People;

public sealed class PasswordTests
{
    [Theory, EachDatabase]
    public async Task Changing_it_ends_every_other_session_and_ones_own_goes_on(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        var other = (await centre.SignInAsync("ann")).Opened();
        var own = (await centre.DoAsync(Change(AtTheDoor.Password), ann)).Value.Opened();
        Assert.True(await centre.StandsAsync(own));
        Assert.False(await centre.StandsAsync(other));
        Assert.Equal("sign-in.wrong", (await centre.SignInAsync("ann")).Away());
        (await centre.SignInAsync("ann", AtTheDoor.NewPassword)).Opened();
        Assert.Equal("Chose a password", (await centre.AskAsync(new PersonRecord(ann.Id))).Value.History[2].What);
    }

    [Theory, EachDatabase]
    public async Task The_present_one_is_asked_for_and_guessing_it_locks(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        async Task<Entrance> ChangeAsync(string typed) => (await centre.DoAsync(Change(typed), ann)).Value;
        for (var tried = 0; tried < Lockout.Tries; tried++)
            Assert.Equal("password.current", (await ChangeAsync("not this one")).Away());
        Assert.Equal("password.locked", (await ChangeAsync(AtTheDoor.Password)).Away());
        centre.Time.Pass(Lockout.Wait);
        (await ChangeAsync(AtTheDoor.Password)).Opened();
    }

    /// <summary>Said only where the present one was right, and counted as a guess where it was not.</summary>
    [Theory, EachDatabase]
    public async Task The_present_one_is_no_new_one(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        var session = (await centre.SignInAsync("ann")).Opened();
        async Task<string> AgainAsync(string password) => (await centre.DoAsync(new ChangePassword(password, password, password), ann)).Value.Away();
        Assert.Equal("password.same", await AgainAsync(AtTheDoor.Password));
        Assert.True(await centre.StandsAsync(session));
        for (var tried = 0; tried < Lockout.Tries; tried++)
            Assert.Equal("password.current", await AgainAsync(AtTheDoor.NewPassword));
        Assert.Equal("password.locked", await AgainAsync(AtTheDoor.Password));
    }

    [Theory, EachDatabase]
    public async Task One_that_keeps_to_no_rule_is_refused_at_its_field(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        var refused = await centre.DoAsync(new ChangePassword(AtTheDoor.Password, "ann", "anne"), ann);
        Assert.Equal(["Password", "Password", "Again"], refused.Refusals.Select(refusal => refusal.Field));
        (await centre.SignInAsync("ann")).Opened();
    }

    [Fact]
    public void What_was_typed_stands_in_no_log()
    {
        object[] acts = [Change("secret"), new SignIn("ann@centre.example", "secret"), new TurnSecondFactorOff("secret"),
            new TurnSecondFactorOn("secret", "secret", "secret")];
        Assert.All(acts, act => Assert.DoesNotContain("secret", act.ToString(), StringComparison.Ordinal));
    }

    private static ChangePassword Change(string now) => new(now, AtTheDoor.NewPassword, AtTheDoor.NewPassword);
}
