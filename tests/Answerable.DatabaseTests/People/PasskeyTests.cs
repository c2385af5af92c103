using Answerable.App.People;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.People;

/// <summary>Passkeys as rows and acts; what a browser's device says of them is tried in a browser.</summary>
public sealed class PasskeyTests
{
    private static readonly byte[] Credential = [1, 2, 3];

    [Theory, EachDatabase]
    public async Task One_is_added_with_the_password_opens_without_and_counts_as_second_factor(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann", Role.Manager);
        await centre.DoAsync(new ChangeSignInRules(60, [Role.Manager]));
        Assert.Equal("password.current", (await centre.DoAsync(Added(ann, "My telephone", "wrong"), ann)).Value.Away());
        Assert.Equal("Name", (await centre.DoAsync(Added(ann, " "), ann)).Refusals[0].Field);
        var other = (await centre.SignInAsync("ann")).Opened();
        (await centre.DoAsync(Added(ann), ann)).Value.Opened();
        Assert.False(await centre.StandsAsync(other));
        Assert.Equal("passkey.known", (await centre.DoAsync(Added(ann), ann)).Value.Away());

        centre.Time.Pass(TimeSpan.FromMinutes(1));
        var session = (await SignInAsync(centre, ann, 1)).Opened();
        Assert.Equal((false, Role.Manager), (session.OwesSecondFactor, Assert.Single(session.Roles)));
        Assert.Equal("Signed in with a second factor", (await centre.AskAsync(new PersonRecord(ann.Id))).Value.History[0].What);
        var line = Assert.Single((await centre.AskAsync(new OwnPasskeys(), ann)).Value);
        Assert.Equal(("My telephone", centre.Time.GetUtcNow()), (line.Name, line.UsedAt));
    }

    [Theory, EachDatabase]
    public async Task An_answer_opens_once_and_a_copied_device_that_has_counted_less_opens_nothing(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        await centre.DoAsync(Added(ann), ann);
        centre.Time.Pass(TimeSpan.FromMinutes(1));
        var asked = centre.Time.GetUtcNow();
        (await SignInAsync(centre, ann, 0, asked)).Opened();
        Assert.Equal("sign-in.passkey", (await SignInAsync(centre, ann, 0, asked)).Away());
        centre.Time.Pass(TimeSpan.FromMinutes(1));
        (await SignInAsync(centre, ann, 7)).Opened();
        centre.Time.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal("sign-in.passkey", (await SignInAsync(centre, ann, 7)).Away());
    }

    [Theory, EachDatabase]
    public async Task Removed_deactivated_or_taken_off_by_two_it_opens_nothing(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var (ann, ben) = (await centre.JoinAsync("ann"), await centre.JoinAsync("ben"));
        await centre.DoAsync(Added(ann), ann);
        centre.Time.Pass(TimeSpan.FromMinutes(1));
        var id = Assert.Single((await centre.AskAsync(new OwnPasskeys(), ann)).Value).Id;
        Assert.Equal("not-found", (await centre.DoAsync(new RenamePasskey(id, "Mine"), ben)).Refusals[0].Code);
        Assert.Equal("not-found", (await centre.DoAsync(new RemovePasskey(id, AtTheDoor.Password), ben)).Refusals[0].Code);
        Assert.True((await centre.DoAsync(new RenamePasskey(id, "Old telephone"), ann)).Allowed);
        Assert.Equal("Old telephone", Assert.Single((await centre.AskAsync(new OwnPasskeys(), ann)).Value).Name);
        await centre.DoAsync(new DeactivatePerson(ann.Id, "They left."));
        Assert.Equal("sign-in.deactivated", (await SignInAsync(centre, ann, 0)).Away());
        await centre.DoAsync(new ReactivatePerson(ann.Id));
        Assert.Equal("password.current", (await centre.DoAsync(new RemovePasskey(id, "wrong"), ann)).Value.Away());
        (await centre.DoAsync(new RemovePasskey(id, AtTheDoor.Password), ann)).Value.Opened();
        Assert.Equal("sign-in.passkey", (await SignInAsync(centre, ann, 0)).Away());

        await centre.DoAsync(Added(ann), ann);
        Assert.True((await centre.DoAsync(new TakeSecondFactorOff(ann.Id), Actor.CommandLine)).Allowed);
        Assert.Empty((await centre.AskAsync(new OwnPasskeys(), ann)).Value);
    }

    private static AddPasskey Added(Actor who, string name = "My telephone", string current = AtTheDoor.Password) =>
        new(new NewPasskey(who.Id, Credential, [4, 5], 0, false, false), name, current);

    private static async Task<Entrance> SignInAsync(TestCentre centre, Actor who, long count, DateTimeOffset? asked = null) => (await centre.DoAsync(
        new SignInByPasskey(new ShownPasskey(who.Id, Credential, count, false), asked ?? centre.Time.GetUtcNow()))).Value;
}
