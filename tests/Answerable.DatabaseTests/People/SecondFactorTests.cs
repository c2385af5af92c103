using Answerable.App.People;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.People;

public sealed class SecondFactorTests
{
    [Theory, EachDatabase]
    public async Task A_code_opens_once_and_is_refused_a_second_time(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        await centre.SetSecondFactorAsync(ann);
        (await centre.CodeAsync(await centre.SignInAsync("ann"), centre.CodeNow())).Opened();
        Assert.Equal("sign-in.second-factor", (await centre.CodeAsync(await centre.SignInAsync("ann"), centre.CodeNow())).Away());
        centre.Time.Pass(TimeSpan.FromSeconds(30));
        (await centre.CodeAsync(await centre.SignInAsync("ann"), centre.CodeNow())).Opened();
        Assert.Equal("Signed in with a second factor", (await centre.AskAsync(new PersonRecord(ann.Id))).Value.History[0].What);
    }

    [Theory, EachDatabase]
    public async Task The_code_that_turned_it_on_does_not_sign_in_as_well(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        await centre.DoAsync(On(centre), ann);
        Assert.Equal("sign-in.second-factor", (await centre.CodeAsync(await centre.SignInAsync("ann"), centre.CodeNow())).Away());
    }

    [Theory, EachDatabase]
    public async Task Of_two_who_come_at_once_with_the_same_code_one_is_let_in(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var recovery = await centre.SetSecondFactorAsync(await centre.JoinAsync("ann"));
        var halfWay = await centre.SignInAsync("ann");
        foreach (var code in (string[])[centre.CodeNow(), recovery[3]])
            Assert.Single((await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => centre.CodeAsync(halfWay, code)))).OfType<Entrance.Open>());
    }

    [Theory, EachDatabase]
    public async Task Each_recovery_code_opens_once_however_it_is_typed(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        var recovery = await centre.SetSecondFactorAsync(ann);
        Assert.Equal(10, recovery.Distinct().Count());
        (await centre.CodeAsync(await centre.SignInAsync("ann"), $" {recovery[0].ToLowerInvariant()} ")).Opened();
        Assert.Equal("sign-in.second-factor", (await centre.CodeAsync(await centre.SignInAsync("ann"), recovery[0])).Away());
        (await centre.CodeAsync(await centre.SignInAsync("ann"), recovery[9])).Opened();
        (await centre.CodeAsync(await centre.SignInAsync("ann"), recovery[8].Replace("-", "", StringComparison.Ordinal).ToLowerInvariant())).Opened();
        var grouped = $"{recovery[7][..3]} {recovery[7][3..].Replace("-", " - ", StringComparison.Ordinal)}";
        (await centre.CodeAsync(await centre.SignInAsync("ann"), grouped)).Opened();
        Assert.Equal("sign-in.second-factor", (await centre.CodeAsync(await centre.SignInAsync("ann"), "-")).Away());
        Assert.Equal(6, (await centre.AskAsync(new OwnAccount(), ann)).Value.RecoveryCodesLeft);
        Assert.Contains("Used a recovery code; 9 left", (await centre.AskAsync(new PersonRecord(ann.Id))).Value.History.Select(line => line.What));
    }

    [Theory, EachDatabase]
    public async Task Wrong_codes_lock_and_the_right_password_in_between_does_not_forgive_them(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var recovery = await centre.SetSecondFactorAsync(await centre.JoinAsync("ann"));
        for (var tried = 1; tried <= Lockout.Tries; tried++)
            Assert.Equal("sign-in.second-factor", (await centre.CodeAsync(await centre.SignInAsync("ann"), "wrong")).Away());
        Assert.Equal("sign-in.locked", (await centre.SignInAsync("ann")).Away());
        centre.Time.Pass(Lockout.Wait);
        (await centre.CodeAsync(await centre.SignInAsync("ann"), recovery[0])).Opened();
    }

    [Theory, EachDatabase]
    public async Task One_locked_while_the_code_is_asked_for_does_not_get_in_by_a_right_code(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var recovery = await centre.SetSecondFactorAsync(await centre.JoinAsync("ann"));
        var halfWay = await centre.SignInAsync("ann");
        for (var tried = 1; tried <= Lockout.Tries; tried++)
            await centre.SignInAsync("ann", "not this one");
        Assert.Equal("sign-in.locked", (await centre.CodeAsync(halfWay, centre.CodeNow())).Away());
        Assert.Equal("sign-in.locked", (await centre.CodeAsync(halfWay, recovery[0])).Away());
    }

    [Theory, EachDatabase]
    public async Task It_is_turned_on_only_by_a_code_of_the_key_and_off_only_by_the_password(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        Assert.Equal("second-factor.code", await AwayAsync(centre, ann, On(centre) with { Code = "000000" }));
        Assert.Equal("second-factor.code", await AwayAsync(centre, ann,
            On(centre) with { Key = "MZXW6YTB", Code = OneTimeCode.At("MZXW6YTB", centre.Time.GetUtcNow()) }));
        await centre.SetSecondFactorAsync(ann);
        Assert.Equal("second-factor.on", await AwayAsync(centre, ann, On(centre)));
        Assert.Equal("password.current", (await centre.DoAsync(new TurnSecondFactorOff("not this one"), ann)).Value.Away());
        Assert.True((await centre.AskAsync(new OwnAccount(), ann)).Value.SecondFactor);
        (await centre.DoAsync(new TurnSecondFactorOff(AtTheDoor.Password), ann)).Value.Opened();
        (await centre.SignInAsync("ann")).Opened();
        Assert.Equal(["Took the second factor off", "Set a second factor"],
            (await centre.AskAsync(new PersonRecord(ann.Id))).Value.History.Select(line => line.What)
                .Where(what => what.Contains("second factor", StringComparison.Ordinal)));
    }

    /// <summary>A screen left open is not enough to lock its person out by somebody else's telephone; nor is guessing at it.</summary>
    [Theory, EachDatabase]
    public async Task It_is_turned_on_only_by_the_password_and_wrong_ones_are_counted(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var ann = await centre.JoinAsync("ann");
        for (var tried = 1; tried <= Lockout.Tries; tried++)
            Assert.Equal("password.current", await AwayAsync(centre, ann, On(centre) with { Current = "not this one" }));
        Assert.Equal("password.locked", await AwayAsync(centre, ann, On(centre)));
        Assert.Equal("password.locked", (await centre.DoAsync(new TurnSecondFactorOff(AtTheDoor.Password), ann)).Value.Away());
        Assert.False((await centre.AskAsync(new OwnAccount(), ann)).Value.SecondFactor);
        centre.Time.Pass(Lockout.Wait);
        var set = (await centre.DoAsync(On(centre), ann)).Value;
        Assert.Equal(10, set.Codes.Count);
        Assert.True(await centre.StandsAsync(set.Entrance.Opened()));
    }

    private static TurnSecondFactorOn On(TestCentre centre) => new(AtTheDoor.Key, centre.CodeNow(), AtTheDoor.Password);

    private static async Task<string> AwayAsync(TestCentre centre, Actor who, TurnSecondFactorOn act)
    {
        var turned = (await centre.DoAsync(act, who)).Value;
        Assert.Empty(turned.Codes);
        return turned.Entrance.Away();
    }
}
