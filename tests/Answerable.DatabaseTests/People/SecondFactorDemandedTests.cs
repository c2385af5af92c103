using Answerable.App.Journal;
using Answerable.App.People;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.People;

/// <summary>A second factor that is demanded of a role, and one that two administrators take off somebody who has lost it.</summary>
public sealed class SecondFactorDemandedTests
{
    [Theory, EachDatabase]
    public async Task Whoever_has_the_role_and_none_signs_in_to_nothing_until_it_is_set_up_and_may_not_turn_it_off(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database).WithAdministratorAsync();
        var (ann, ben) = (await centre.JoinAsync("ann", Role.Manager), await centre.JoinAsync("ben"));
        var before = (await centre.SignInAsync("ann")).Opened();
        Assert.True((await centre.DoAsync(new ChangeSignInRules(60, [Role.Manager]))).Allowed);
        var rules = (await centre.AskAsync(new SignInRules())).Value;
        Assert.Equal((60, Role.Manager, 1), (rules.IdleMinutes, Assert.Single(rules.SecondFactor), rules.Without[Role.Manager]));
        Assert.True(await centre.StandsAsync(before));

        var owing = (await centre.SignInAsync("ann")).Opened();
        Assert.True(owing.OwesSecondFactor);
        Assert.Empty(owing.Roles);
        Assert.False((await centre.SignInAsync("ben")).Opened().OwesSecondFactor);
        var set = (await centre.DoAsync(new TurnSecondFactorOn(AtTheDoor.Key, centre.CodeNow(), AtTheDoor.Password), ann)).Value.Entrance.Opened();
        Assert.Equal((false, Role.Manager), (set.OwesSecondFactor, Assert.Single(set.Roles)));
        Assert.Equal("second-factor.demanded", (await centre.DoAsync(new TurnSecondFactorOff(AtTheDoor.Password), ann)).Value.Away());
        Assert.True((await centre.AskAsync(new OwnAccount(), ann)).Value.SecondFactorDemanded);
        Assert.False((await centre.AskAsync(new OwnAccount(), ben)).Value.SecondFactorDemanded);
    }

    [Theory, EachDatabase]
    public async Task Rules_that_make_no_sense_are_refused_at_their_field(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        foreach (var minutes in new int?[] { null, 4, -1, 1441 })
            Assert.Equal("IdleMinutes", (await centre.DoAsync(new ChangeSignInRules(minutes, []))).Refusals[0].Field);
        Assert.Equal("SecondFactor", (await centre.DoAsync(new ChangeSignInRules(60, [(Role)99]))).Refusals[0].Field);
        Assert.Equal("changed-meanwhile", (await centre.DoAsync(new ChangeSignInRules(60, [], 7))).Refusals[0].Code);
    }

    [Theory, EachDatabase]
    public async Task Two_administrators_take_it_off_together_and_neither_alone(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var (ann, one) = (await centre.JoinAsync("ann"), await centre.JoinAsync("one", Role.Administrator));
        await centre.SetSecondFactorAsync(ann);
        Assert.Equal("countersignature.needed", (await centre.DoAsync(new TakeSecondFactorOff(ann.Id), one)).Refusals[0].Code);
        var two = await centre.JoinAsync("two", Role.Administrator);
        var session = (await centre.CodeAsync(await centre.SignInAsync("ann"), centre.CodeNow())).Opened();
        var asked = (await centre.DoAsync(new Propose(new TakeSecondFactorOff(ann.Id), "Lost her telephone."), one)).Value.Waits!.Value;
        Assert.True((await centre.AskAsync(new OwnAccount(), ann)).Value.SecondFactor);
        Assert.Equal("countersignature.own", (await centre.DoAsync(new Countersign(asked, true), one)).Refusals[0].Code);
        Assert.Equal("not-found", (await centre.DoAsync(new Countersign(asked, true), ann)).Refusals[0].Code);
        Assert.True((await centre.DoAsync(new Countersign(asked, true), two)).Allowed);
        Assert.False(await centre.StandsAsync(session));
        (await centre.SignInAsync("ann")).Opened();
        Assert.Equal(["Took the second factor off", "The second person said yes",
            "Two persons are needed, and the second was asked for: Lost her telephone."],
            (await centre.AskAsync(new PersonRecord(ann.Id))).Value.History.Skip(1).Take(3).Select(line => line.What));
    }

    /// <summary>Of two administrators one has lost theirs: they cannot be the second person, and the machine's own hand can.</summary>
    [Theory, EachDatabase]
    public async Task Whoever_it_concerns_is_no_second_person_and_the_command_line_needs_none(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var (one, two) = (await centre.JoinAsync("one", Role.Administrator), await centre.JoinAsync("two", Role.Administrator));
        await centre.SetSecondFactorAsync(two);
        var waits = (await centre.DoAsync(new Propose(new TakeSecondFactorOff(two.Id), "Lost it."), one)).Value.Waits!.Value;
        Assert.Equal("countersignature.concerned", (await centre.DoAsync(new Countersign(waits, true), two)).Refusals[0].Code);
        Assert.False(Assert.Single((await centre.AskAsync(new Countersignatures(), one)).Value).Others);
        Assert.True((await centre.DoAsync(new TakeSecondFactorOff(two.Id), Actor.CommandLine)).Allowed);
        Assert.Equal("second-factor.off", (await centre.DoAsync(new TakeSecondFactorOff(two.Id), Actor.CommandLine)).Refusals[0].Code);
        await using var db = centre.OpenDb();
        Assert.Equal("command-line", (await db.Set<JournalRow>().Where(row => row.Name == "person.second-factor-set")
            .OrderByDescending(row => row.Number).FirstAsync()).Source);
        Assert.Equal("the command line", (await centre.AskAsync(new PersonRecord(two.Id))).Value.History[0].By);
    }
}
