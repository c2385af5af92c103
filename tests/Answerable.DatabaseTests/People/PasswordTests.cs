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
        var now = (await centre.AskAsync(new OwnPasswordTyped(AtTheDoor.Password), ann)).Value;
        var own = (await centre.DoAsync(new ChangePassword(now, AtTheDoor.Hashed(AtTheDoor.NewPassword)), ann)).Value.Opened();
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
        async Task<Entrance> ChangeAsync(string typed) => (await centre.DoAsync(
            new ChangePassword((await centre.AskAsync(new OwnPasswordTyped(typed), ann)).Value, AtTheDoor.Hashed(AtTheDoor.NewPassword)), ann)).Value;
        for (var tried = 0; tried < Lockout.Tries; tried++)
            Assert.Equal("password.current", (await ChangeAsync("not this one")).Away());
        Assert.Equal("password.locked", (await ChangeAsync(AtTheDoor.Password)).Away());
        centre.Time.Pass(Lockout.Wait);
        (await ChangeAsync(AtTheDoor.Password)).Opened();
    }

    [Theory, EachDatabase]
    public async Task Somebody_elses_password_does_not_do(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        var bob = await centre.JoinAsync("bob");
        var bobs = (await centre.AskAsync(new OwnPasswordTyped(AtTheDoor.Password), bob)).Value;
        Assert.Equal("not-found", (await centre.DoAsync(new ChangePassword(bobs, AtTheDoor.Hashed(AtTheDoor.NewPassword)), ann)).Refusals[0].Code);
    }
}
