using Answerable.App.Authority;
using Answerable.App.Procedures;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Editing;
using Answerable.Tests.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Procedures;

public sealed class EditVersionTests
{
    [Theory, EachDatabase]
    public async Task An_edit_is_kept_and_told_in_the_journal(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var procedure = await centre.DraftAsync();
        var edited = (await centre.DoAsync(new EditVersion(procedure, 1, 1, new InsertNode(NodeKind.Step, "Say sorry", "n3")))).Value;
        Assert.Equal(new Edited(2, "n10"), edited);
        var version = await centre.LookAsync(procedure, 1);
        Assert.Equal(4, version.Chart.NumberOf("n10"));
        Assert.Equal("Added step 'Say sorry' below 3 'Find the overcharge'", version.LastEdit);
        Assert.Equal("version.edited", (await centre.FactsAsync())[^1]);
    }

    [Theory, EachDatabase]
    public async Task A_stale_edit_is_refused_by_name_and_nothing_is_lost(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var procedure = await centre.DraftAsync();
        await centre.DoAsync(new EditVersion(procedure, 1, 1, new InsertNode(NodeKind.Step, "First", "n1")));
        var stale = await centre.DoAsync(new EditVersion(procedure, 1, 1, new RemoveNode("n3")));
        Assert.Equal("changed-meanwhile", stale.Refusals.Single().Code);
        Assert.Contains("Added step 'First'", stale.Refusals.Single().Text, StringComparison.Ordinal);
        var version = await centre.LookAsync(procedure, 1);
        Assert.NotNull(version.Chart.Find("n3"));
        Assert.NotNull(version.Chart.Find("n10"));
    }

    [Theory, EachDatabase]
    public async Task Of_two_edits_sent_at_once_one_is_done_and_one_refused(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var procedure = await centre.DraftAsync();
        var both = await Task.WhenAll(
            centre.DoAsync(new EditVersion(procedure, 1, 1, new MoveNode("n8", 9))),
            centre.DoAsync(new EditVersion(procedure, 1, 1, new MoveNode("n9", 8))));
        Assert.Equal(1, both.Count(outcome => outcome.Allowed));
        Assert.Equal(2, (await centre.LookAsync(procedure, 1)).Revision);
    }

    [Theory, EachDatabase]
    public async Task The_last_edits_can_be_undone_one_after_another(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var procedure = await centre.DraftAsync();
        await centre.DoAsync(new EditVersion(procedure, 1, 1, new InsertNode(NodeKind.Step, "New", "n3")));
        await centre.DoAsync(new EditVersion(procedure, 1, 2, new RemoveNode("n8")));
        await centre.DoAsync(new EditVersion(procedure, 1, 2, new MoveNode("n9", 1)));
        Assert.True((await centre.DoAsync(new UndoEdit(procedure, 1, 3))).Allowed);
        Assert.True((await centre.DoAsync(new UndoEdit(procedure, 1, 4))).Allowed);
        var version = await centre.LookAsync(procedure, 1);
        Assert.Equal(RealCharts.Refunds.Nodes.Select(node => node.Key), version.Chart.Nodes.Select(node => node.Key));
        Assert.Equal("n11", version.Chart.NextKey());
        Assert.Equal("version.nothing-to-undo", (await centre.DoAsync(new UndoEdit(procedure, 1, 5))).Refusals.Single().Code);
    }

    [Theory, EachDatabase]
    public async Task Only_the_last_fifty_edits_are_kept_for_undoing(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var procedure = await centre.DraftAsync();
        for (var revision = 1; revision <= 60; revision++)
            await centre.DoAsync(new EditVersion(procedure, 1, revision, new MoveNode("n9", revision % 2 == 0 ? 9 : 8)));
        await using var db = centre.OpenDb();
        Assert.Equal(50, await db.Set<EditRow>().CountAsync());
    }

    [Theory, EachDatabase]
    public async Task A_next_version_is_a_copy_that_keeps_every_key_and_gives_none_again(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var procedure = await centre.PublishedAsync();
        Assert.Equal(2, (await centre.DoAsync(new DraftNextVersion(procedure, 1))).Value);
        Assert.Equal("procedure.draft-open", (await centre.DoAsync(new DraftNextVersion(procedure, 1))).Refusals.Single().Code);
        await centre.DoAsync(new EditVersion(procedure, 2, 1, new InsertNode(NodeKind.Step, "Tried", "n3")));
        await centre.DoAsync(new WithdrawVersion(procedure, 2, "Not this way."));
        Assert.Equal(3, (await centre.DoAsync(new DraftNextVersion(procedure, 1))).Value);
        var edited = (await centre.DoAsync(new EditVersion(procedure, 3, 1, new InsertNode(NodeKind.Step, "Again", "n3")))).Value;
        Assert.Equal("n11", edited.Node);
        var differences = (await centre.AskAsync(new VersionComparison(procedure, 1, 3))).Value;
        Assert.Equal("n11", differences.Changes.Single().Key);
    }

    [Theory, EachDatabase]
    public async Task A_kind_of_decision_has_its_name_where_versions_are_compared(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var procedure = await centre.PublishedAsync();
        await centre.DoAsync(new DefineDecisionKind("waiver", "Waiver of a charge", true));
        await centre.DoAsync(new DraftNextVersion(procedure, 1));
        var step = (await centre.AskAsync(new VersionRecord(procedure, 2))).Value.Chart.Nodes.OfType<Step>().First();
        await centre.DoAsync(new EditVersion(procedure, 2, 1, new ChangeNode(step with { Authority = new AuthorityDemand("waiver") })));
        var part = Assert.Single((await centre.AskAsync(new VersionComparison(procedure, 1, 2))).Value.Changes.Single().Parts);
        Assert.Equal(("Authority", "Waiver of a charge"), (part.What, part.After));
    }

    [Theory, EachDatabase]
    public async Task An_agent_may_read_a_version_and_not_edit_it(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var procedure = await centre.DraftAsync();
        var agent = Actor.Of(PersonId.From(Guid.Empty), "Ann", [Role.Agent], null);
        Assert.True((await centre.AskAsync(new VersionRecord(procedure, 1), agent)).Allowed);
        Assert.Equal("access.denied", (await centre.DoAsync(new EditVersion(procedure, 1, 1, new RemoveNode("n3")), agent)).Refusals.Single().Code);
    }
}
