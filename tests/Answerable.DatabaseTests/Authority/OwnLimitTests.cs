using Answerable.App.Authority;
using Answerable.App.Home;
using Answerable.App.Journal;
using Answerable.App.People;
using Answerable.DatabaseTests.Conduct;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Authority;

/// <summary>Nobody raises their own limit alone: directly, by their role's, by ending what narrows it, or by giving themselves a role.</summary>
public sealed class OwnLimitTests
{
    [Theory, EachDatabase]
    public async Task A_wider_limit_of_ones_own_is_set_once_a_second_manager_says_yes_and_both_are_on_record(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var wider = new SetLimit("goodwill", null, desk.Manager.Person) { PerContactPence = 99_999_900 };
        Assert.Equal("countersignature.needed", (await desk.Refused(wider, desk.Manager)).Code);
        var unsaid = await desk.Refused(new Propose(wider, " "), desk.Manager);
        Assert.Equal(("countersignature.no-reason", "Why"), (unsaid.Code, unsaid.Field));
        var alone = (await desk.Must(new Propose(wider, "The year's end."), desk.Manager)).Waits!.Value;
        Assert.False(Assert.Single(await desk.Look(new Countersignatures(), desk.Manager)).Others);
        await desk.Must(new Countersign(alone, false), desk.Manager);
        var second = await desk.PersonAsync("Sid Second", Role.Manager);
        var asked = (await desk.Must(new Propose(wider, "The year's end."), desk.Manager)).Waits!.Value;
        Assert.Equal(500_000, await OwnAsync(desk));
        // Pressed twice it is asked for once.
        Assert.Equal(asked, (await desk.Must(new Propose(wider, "The year's end."), desk.Manager)).Waits);

        var line = Assert.Single(await desk.Look(new Countersignatures(), second));
        Assert.Equal(("Goodwill: a limit for Mina Manager, £999,999.00 a contact; now none", "The year's end.", "Mina Manager", false, null),
            (line.Words, line.Why, line.AskedBy, line.Mine, line.Tied));
        Assert.Empty(await desk.Look(new Countersignatures(), desk.Leader));
        Assert.Equal("countersignature.own", (await desk.Refused(new Countersign(asked, true), desk.Manager)).Code);
        Assert.Equal("not-found", (await desk.Refused(new Countersign(asked, true), desk.Leader)).Code);
        await desk.Must(new Countersign(asked, true), second);
        Assert.Equal(99_999_900, await OwnAsync(desk));
        Assert.Equal("not-found", (await desk.Refused(new Countersign(asked, true), second)).Code);

        await using var db = desk.Centre.OpenDb();
        var told = await db.Set<JournalRow>().Where(row => row.Name.StartsWith("countersignature.") || row.Name == "authority.limit-set")
            .OrderByDescending(row => row.Number).Take(3).Select(row => new { row.Name, row.Actor }).ToListAsync();
        Assert.Equal(
        [
            ("authority.limit-set", second.Id.Value), ("countersignature.given", second.Id.Value), ("countersignature.asked", desk.Manager.Id.Value),
        ], told.Select(row => (row.Name, row.Actor!.Value)));
        Assert.Equal(desk.Manager.Person, (await db.Set<LimitRow>().SingleAsync(row => row.PerContactPence == 99_999_900)).SetBy);
        Assert.Equal(("Mina Manager", "Sid Second"), (await desk.Look(new LimitHistory("goodwill"), desk.Manager)).Lines
            .Where(set => set.Limit.PerContactPence == 99_999_900).Select(set => (set.SetBy, set.SetWith!)).Single());
    }

    [Theory, EachDatabase]
    public async Task The_roles_limit_and_the_end_of_a_narrow_one_of_ones_own_widen_it_too_and_narrowing_needs_nobody(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        Assert.Equal("countersignature.needed",
            (await desk.Refused(new SetLimit("goodwill", Role.Manager, null) { WithoutBound = true }, desk.Manager)).Code);
        var narrow = (await desk.Must(new SetLimit("goodwill", null, desk.Manager.Person) { PerContactPence = 100, PerCasePence = 100 },
            desk.Manager));
        Assert.Equal("countersignature.needed", (await desk.Refused(new EndLimit(narrow), desk.Manager)).Code);
        Assert.Equal("countersignature.needed",
            (await desk.Refused(new EndLimit(narrow, desk.Centre.Time.GetUtcNow().AddDays(3)), desk.Manager)).Code);
        // While one's own binds, the role's binds others.
        await desk.Must(new SetLimit("goodwill", Role.SeniorAgent, null) { PerContactPence = 9_999_900 }, desk.Manager);
        var second = await desk.PersonAsync("Sid Second", Role.Manager);
        var asked = (await desk.Must(new Propose(new EndLimit(narrow), "It was for May."), desk.Manager)).Waits!.Value;
        await desk.Must(new Countersign(asked, true), second);
        Assert.Equal(500_000, await OwnAsync(desk));
    }

    [Theory, EachDatabase]
    public async Task What_has_come_about_meanwhile_waits_for_nobody_and_the_second_person_reads_which_limit_ends(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var second = await desk.PersonAsync("Sid Second", Role.Manager);
        var narrow = await desk.Must(new SetLimit("goodwill", null, desk.Manager.Person) { PerContactPence = 100, PerCasePence = 200 }, desk.Manager);
        var asked = (await desk.Must(new Propose(new EndLimit(narrow), "It was for May."), desk.Manager)).Waits!.Value;
        Assert.Equal("Goodwill: the limit for Mina Manager, £1.00 a contact, £2.00 a case, ends, and that of their role binds",
            Assert.Single(await desk.Look(new Countersignatures(), second)).Words);
        Assert.Equal(1, await NeedsAsync(desk, second));
        await desk.Must(new EndLimit(narrow), second);
        Assert.Empty(await desk.Look(new Countersignatures(), second));
        Assert.Empty(await desk.Look(new Countersignatures(), desk.Manager));
        Assert.Equal(0, await NeedsAsync(desk, second));
        Assert.Equal("authority.ended", (await desk.Refused(new Countersign(asked, true), second)).Code);
    }

    [Theory, EachDatabase]
    public async Task Whom_one_has_let_in_oneself_or_by_another_is_no_second_person_for_a_week(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var one = await AdministratorAsync(desk, "Ada One");
        var made = await AdministratorAsync(desk, "Ann Made", one);
        var other = await AdministratorAsync(desk, "Sid Second");
        var raised = new PlacePerson(one.Id, desk.Team, [Role.Administrator, Role.Manager]);
        var asked = (await desk.Must(new Propose(raised, "She leads from Monday."), one)).Waits!.Value;
        // One made by whom the asker made is the asker still, and so are two whom one administrator made.
        var further = await AdministratorAsync(desk, "Bob Further", made);
        foreach (var tied in new[] { made, further })
        {
            Assert.Equal("countersignature.let-in", (await desk.Refused(new Countersign(asked, true), tied)).Code);
            Assert.Equal("Ada One", Assert.Single(await desk.Look(new Countersignatures(), tied)).Tied?.By);
        }
        var between = (await desk.Must(new Propose(raised with { Person = made.Id }, "She leads from Monday."), made)).Waits!.Value;
        var sister = await AdministratorAsync(desk, "Eve Sister", one);
        foreach (var tied in new[] { one, sister })
            Assert.Equal("countersignature.let-in", (await desk.Refused(new Countersign(between, true), tied)).Code);
        Assert.Null((await desk.Look(new Countersignatures(), other))[0].Tied);
        await desk.Must(new Countersign(between, true), other);

        desk.Centre.Time.Pass(TimeSpan.FromDays(6));
        await desk.Must(new RenewInvitation(further.Id), one);
        desk.Centre.Time.Pass(TimeSpan.FromDays(1));
        var later = (await desk.Must(new Propose(raised, "She leads from Monday."), one)).Waits!.Value;
        Assert.Equal("countersignature.let-in", (await desk.Refused(new Countersign(later, true), further)).Code);
        await desk.Must(new Countersign(later, true), sister);
    }

    [Theory, EachDatabase]
    public async Task What_is_taken_back_refused_or_a_week_old_is_not_done_and_nor_is_what_the_asker_may_no_longer(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var second = await desk.PersonAsync("Sid Second", Role.Manager);
        var wider = new SetLimit("goodwill", null, desk.Manager.Person) { WithoutBound = true };
        async Task<CountersignatureId> AskedAsync() => (await desk.Must(new Propose(wider, "The year's end."), desk.Manager)).Waits!.Value;
        foreach (var who in new[] { desk.Manager, second })
        {
            var no = await AskedAsync();
            await desk.Must(new Countersign(no, false), who);
            Assert.Equal("not-found", (await desk.Refused(new Countersign(no, true), second)).Code);
        }
        var old = await AskedAsync();
        desk.Centre.Time.Pass(TimeSpan.FromDays(7));
        Assert.Equal("not-found", (await desk.Refused(new Countersign(old, true), second)).Code);
        var late = await AskedAsync();
        await desk.Must(new PlacePerson(desk.Manager.Id, null, [Role.Agent]), Actor.System);
        Assert.Empty(await desk.Look(new Countersignatures(), second));
        Assert.Equal("countersignature.no-longer", (await desk.Refused(new Countersign(late, true), second)).Code);
    }

    [Theory, EachDatabase]
    public async Task What_was_to_begin_or_end_before_the_second_one_said_yes_does_so_then(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var second = await desk.PersonAsync("Sid Second", Role.Manager);
        var tomorrow = desk.Centre.Time.GetUtcNow().AddDays(1);
        var wider = new SetLimit("goodwill", null, desk.Manager.Person, tomorrow) { PerContactPence = 99_999_900 };
        var begins = (await desk.Must(new Propose(wider, "The year's end."), desk.Manager)).Waits!.Value;
        desk.Centre.Time.Pass(TimeSpan.FromDays(3));
        await desk.Must(new Countersign(begins, true), second);
        Assert.Equal(99_999_900, await OwnAsync(desk));
        await using var db = desk.Centre.OpenDb();
        Assert.Equal(desk.Centre.Time.GetUtcNow(), (await db.Set<LimitRow>().SingleAsync(row => row.PerContactPence == 99_999_900)).From);

        var narrow = await desk.Must(new SetLimit("goodwill", null, desk.Manager.Person) { PerContactPence = 100, PerCasePence = 100 }, desk.Manager);
        var end = new EndLimit(narrow, desk.Centre.Time.GetUtcNow().AddDays(1));
        var ends = (await desk.Must(new Propose(end, "It was for May."), desk.Manager)).Waits!.Value;
        desk.Centre.Time.Pass(TimeSpan.FromDays(3));
        await desk.Must(new Countersign(ends, true), second);
        Assert.Equal(500_000, await OwnAsync(desk));
    }

    [Theory, EachDatabase]
    public async Task An_administrator_gives_themselves_no_role_alone_and_may_lay_one_down(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var one = await AdministratorAsync(desk, "Ada One");
        var raised = new PlacePerson(one.Id, desk.Team, [Role.Administrator, Role.Manager]);
        Assert.Equal("countersignature.needed", (await desk.Refused(raised, one)).Code);
        // Where there is nobody else, whoever holds the machine is the second person.
        var alone = (await desk.Must(new Propose(raised with { Roles = [Role.Administrator, Role.Planner] }, "Nobody plans."), one)).Waits!.Value;
        await desk.Must(new Countersign(alone, true), Actor.CommandLine);
        var second = await AdministratorAsync(desk, "Sid Second");
        await desk.Must(new Countersign((await desk.Must(new Propose(raised, "She leads from Monday."), one)).Waits!.Value, true), second);
        await desk.Must(new PlacePerson(one.Id, desk.Team, [Role.Administrator]), one);
        Assert.Null((await desk.Must(new Propose(new PlacePerson(second.Id, desk.Team, [Role.Administrator, Role.Planner])), one)).Waits);
    }

    private static async Task<int> NeedsAsync(DeskCentre desk, Actor who) => (await desk.Look(new WhatNeedsMe(), who))
        .Where(need => need.Url == "/countersignatures").Sum(need => need.Count);

    private static async Task<Actor> AdministratorAsync(DeskCentre desk, string name, Actor? by = null)
    {
        var invited = await desk.Must(
            new InvitePerson(name, $"{name.Replace(' ', '.')}@test.example", [Role.Administrator], desk.Team), by ?? Actor.System);
        return Actor.Of(invited.Person, name, [Role.Administrator], desk.Team);
    }

    private static async Task<long?> OwnAsync(DeskCentre desk) =>
        (await desk.Look(new AuthorityMatrix(), desk.Manager)).Mine.Single(line => line.Kind.Code == "goodwill").Limit?.PerContactPence;
}
