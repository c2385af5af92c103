using Answerable.Analysis.Rehearsal.Twin;
using Answerable.App.Conduct;
using Answerable.App.Journal;
using Answerable.App.Procedures;
using Answerable.App.Rehearsal;
using Answerable.DatabaseTests.Conduct;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Simulation.Replications;
using Answerable.Web.CommandLine;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Rehearsal;

public sealed class RehearsalGroundTests
{
    [Theory, EachDatabase]
    public async Task A_draft_is_rehearsed_beside_the_version_in_force_on_what_the_journal_keeps(Database database)
    {
        await using var desk = await OpenAsync(database);
        var ground = await desk.Look(new RehearsalGround("complaint", 2, 1), desk.Manager);
        Assert.Equal((2, 1), (ground.Version.Number, ground.Against!.Number));
        Assert.Equal(DayOfWeek.Monday, ground.Ground.From.DayOfWeek);
        Assert.Equal(12, ground.Ground.Nodes["n1"].Time.Mean, 6);
        Assert.Equal(13, ground.Ground.Nodes["n2"].Answers["a1"]);
        Assert.Equal(12, ground.Ground.Amounts["goodwill"].Count);
        Assert.Equal(4, ground.Ground.Matrix.Limits.Count);
        Assert.True(ground.Ground.Levels.Single(level => level.Role == Role.SeniorAgent).Servers >= 1);

        var study = TwinStudy.Of(ground.Ground, ground.Version, ground.Against, new TwinPlan(2, 1, Runs: 3, KeepJournal: true),
            new ReplicationPlan(1));
        Assert.True(study.Allowed, string.Join(" ", study.Refusals));
        Assert.All(study.Value.Runs[0].Journal, entry => Assert.Equal(FactKind.Simulated, entry.Kind));
        await using var db = desk.Centre.OpenDb();
        Assert.False(await db.Set<JournalRow>().AnyAsync(row => row.Kind == FactKind.Simulated));
    }

    [Theory, EachDatabase]
    public async Task What_is_not_there_is_refused_by_name(Database database)
    {
        await using var desk = await OpenAsync(database);
        async Task<string> Code(RehearsalGround asked) => (await desk.Centre.AskAsync(asked, desk.Manager)).Refusals.Single().Code;
        Assert.Equal("procedure.unknown", await Code(new RehearsalGround("no-such", 1)));
        Assert.Equal("version.unknown", await Code(new RehearsalGround("complaint", 9)));
        Assert.Equal("version.unknown", await Code(new RehearsalGround("complaint", 1, 9)));
        Assert.Equal("access.denied", (await desk.Centre.AskAsync(new RehearsalGround("complaint", 1), desk.Agent)).Refusals.Single().Code);
    }

    [Theory, EachDatabase]
    public async Task The_verb_says_by_its_exit_whether_it_was_done_failed_or_asked_wrongly(Database database)
    {
        await using var desk = await OpenAsync(database);
        string[] Rehearse(params string[] more) => ["rehearse", "--database", desk.Centre.ConnectionString, "--procedure", "complaint", .. more];
        Assert.Equal(Exit.Done, await Verbs.RunAsync(Rehearse("--version", "2", "--against", "1", "--days", "1", "--seed", "3", "--json")));
        Assert.Equal(Exit.Done, await Verbs.RunAsync(Rehearse("--version", "1", "--days", "1")));
        Assert.Equal(Exit.Failed, await Verbs.RunAsync(Rehearse("--version", "7", "--days", "1")));
        Assert.Equal(Exit.Usage, await Verbs.RunAsync(Rehearse("--version", "1", "--days", "0")));
        Assert.Equal(Exit.Usage, await Verbs.RunAsync(Rehearse("--days", "1")));
    }

    /// <summary>Twelve contacts of twelve seconds a step, each given £10, and a draft of the next version.</summary>
    private static async Task<DeskCentre> OpenAsync(Database database)
    {
        var desk = await DeskCentre.OpenAsync(database);
        for (var number = 0; number < 12; number++)
        {
            var contact = await desk.Must(new StartContact(Model.Contacts.Channel.Phone, "complaint"), desk.Agent);
            desk.Centre.Time.Pass(TimeSpan.FromSeconds(12));
            await desk.Must(new DoStep(contact, "n1", await desk.TurnAsync(contact), new Dictionary<string, string> { ["account"] = "77" },
                Said: true), desk.Agent);
            desk.Centre.Time.Pass(TimeSpan.FromSeconds(12));
            await desk.Must(new AnswerDecision(contact, "n2", await desk.TurnAsync(contact), "a1"), desk.Agent);
            desk.Centre.Time.Pass(TimeSpan.FromSeconds(12));
            Assert.True((await desk.GiveAsync(contact, "10")).Allowed);
            await desk.Must(new FinishWrap(contact), desk.Agent);
        }
        await using var db = desk.Centre.OpenDb();
        var procedure = (await db.Set<ProcedureRow>().SingleAsync()).Id;
        await desk.Must(new DraftNextVersion(procedure, 1), Actor.System);
        return desk;
    }
}
