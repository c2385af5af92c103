using Answerable.App.Authority;
using Answerable.App.Journal;
using Answerable.App.Procedures;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Editing;
using Answerable.Tests.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Procedures;

public sealed class PublishVersionTests
{
    [Theory, EachDatabase]
    public async Task A_version_with_faults_is_refused_with_all_of_them_each_at_its_step(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var procedure = await centre.DraftAsync(RealCharts.Refunds with
        {
            Nodes = [.. RealCharts.Refunds.Nodes.Select(node => node.Key switch
            {
                "n3" => (Step)node with { Guideline = Guideline.Empty },
                "n5" => (Step)node with { Referral = null },
                _ => node,
            })],
        });
        var refused = await centre.DoAsync(new PublishVersion(procedure, 1, 1));
        Assert.Equal(["step.no-guideline n3", "authority.no-route n5"], refused.Refusals.Select(refusal => $"{refusal.Code} {refusal.Field}"));
        Assert.Equal(VersionState.Draft, (await centre.LookAsync(procedure, 1)).Line.State);
        Assert.Null((await centre.AskAsync(new ProcedureInForce("refund"))).Value);
    }

    [Theory, EachDatabase]
    public async Task A_step_whose_greatest_limit_leads_to_nobody_is_refused_by_the_matrix_of_the_day_it_takes_effect(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var procedure = await centre.DraftAsync();
        await using (var db = centre.OpenDb())
            await db.Set<LimitRow>().Where(row => row.DecisionKind == "refund" && row.Role == Role.Manager)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.To, centre.Time.GetUtcNow().AddDays(2)));
        Assert.DoesNotContain((await centre.LookAsync(procedure, 1)).Findings, finding => finding.Blocks);
        var refused = await centre.DoAsync(new PublishVersion(procedure, 1, 1, centre.Time.GetUtcNow().AddDays(2)));
        Assert.Equal("authority.no-greater-limit n5", Assert.Single(refused.Refusals) is var refusal ? $"{refusal.Code} {refusal.Field}" : "");
        Assert.True((await centre.DoAsync(new PublishVersion(procedure, 1, 1, centre.Time.GetUtcNow().AddDays(1)))).Allowed);
    }

    [Theory, EachDatabase]
    public async Task Publications_are_read_for_a_stretch_of_time_without_what_was_taken_back(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var procedure = await centre.PublishedAsync();
        var now = centre.Time.GetUtcNow();
        await centre.DoAsync(new DraftNextVersion(procedure, 1));
        await centre.DoAsync(new PublishVersion(procedure, 2, 1, now.AddDays(3)));
        Assert.Equal([(1, now), (2, now.AddDays(3))],
            (await centre.AskAsync(new Publications(now.AddDays(-1)))).Value.Select(line => (line.Version, line.EffectiveFrom)));
        Assert.Equal([1], (await centre.AskAsync(new Publications(now, now.AddDays(3), "refund"))).Value.Select(line => line.Version));
        Assert.Empty((await centre.AskAsync(new Publications(now.AddSeconds(1), now.AddDays(3)))).Value);
        Assert.Empty((await centre.AskAsync(new Publications(now, null, "another"))).Value);
        await centre.DoAsync(new WithdrawVersion(procedure, 2, "Not yet"));
        Assert.Equal([1], (await centre.AskAsync(new Publications(now))).Value.Select(line => line.Version));
    }

    [Theory, EachDatabase]
    public async Task A_published_version_is_in_force_from_its_instant_and_not_before(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var procedure = await centre.DraftAsync();
        var from = centre.Time.GetUtcNow().AddDays(7);
        Assert.Equal(from, (await centre.DoAsync(new PublishVersion(procedure, 1, 1, from))).Value);
        Assert.Null((await centre.AskAsync(new ProcedureInForce("refund", from.AddMilliseconds(-1)))).Value);
        var inForce = (await centre.AskAsync(new ProcedureInForce("refund", from))).Value!;
        Assert.Equal((procedure, 1, from), (inForce.Procedure, inForce.Version, inForce.EffectiveFrom));
        Assert.Equal(9, inForce.Chart.Nodes.Count);
        Assert.Contains("version.published", await centre.FactsAsync());
    }

    [Theory, EachDatabase]
    public async Task A_published_version_cannot_be_edited_undone_or_published_again(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var procedure = await centre.PublishedAsync();
        Assert.Equal("version.not-a-draft", (await centre.DoAsync(new EditVersion(procedure, 1, 1, new RemoveNode("n3")))).Refusals.Single().Code);
        Assert.Equal("version.not-a-draft", (await centre.DoAsync(new UndoEdit(procedure, 1, 1))).Refusals.Single().Code);
        Assert.Equal("version.not-a-draft", (await centre.DoAsync(new PublishVersion(procedure, 1, 1))).Refusals.Single().Code);
        Assert.Equal("version.in-force", (await centre.DoAsync(new WithdrawVersion(procedure, 1, "Wrong"))).Refusals.Single().Code);
    }

    [Theory, EachDatabase]
    public async Task Neither_database_lets_a_published_version_be_changed_or_deleted(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.PublishedAsync();
        await using var db = centre.OpenDb();
        foreach (var sql in new[]
        {
            "UPDATE procedures_versions SET chart = ''", "UPDATE procedures_versions SET number = 9", "UPDATE procedures_versions SET state = 0",
            "DELETE FROM procedures_versions", "UPDATE procedures_publications SET effective_from = 0", "DELETE FROM procedures_publications",
        })
            await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(sql));
        Assert.Equal(9, ChartJson.Read((await db.Set<VersionRow>().SingleAsync()).Chart).Nodes.Count);
    }

    [Theory, EachDatabase]
    public async Task The_earlier_version_is_superseded_when_the_new_one_takes_effect_and_no_sooner(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var procedure = await centre.PublishedAsync();
        await centre.DoAsync(new DraftNextVersion(procedure, 1));
        var from = centre.Time.GetUtcNow().AddDays(1);
        await centre.DoAsync(new PublishVersion(procedure, 2, 1, from));
        Assert.Equal(0, (await centre.DoAsync(new SupersedeVersions())).Value);
        Assert.True((await centre.LookAsync(procedure, 1)).Line.InForce);

        centre.Time.Set(from);
        Assert.Equal(2, (await centre.AskAsync(new ProcedureInForce("refund"))).Value!.Version);
        Assert.Equal(VersionState.Superseded, (await centre.LookAsync(procedure, 1)).Line.State);
        // The clock may have done it already, as it does each minute.
        await centre.DoAsync(new SupersedeVersions());
        Assert.Equal(0, (await centre.DoAsync(new SupersedeVersions())).Value);
        Assert.Single(await centre.FactsAsync(), "version.superseded");
        Assert.Equal(1, (await centre.AskAsync(new ProcedureInForce("refund", from.AddTicks(-10_000)))).Value!.Version);
        Assert.Equal(9, (await centre.AskAsync(new ChartOf(procedure, 1))).Value.Nodes.Count);
        // The chain; the limits of this test were put there by hand, without a line.
        Assert.Null((await centre.AskAsync(new JournalVerification())).Value.BrokenAt);
    }

    [Theory, EachDatabase]
    public async Task A_publication_that_has_not_taken_effect_can_be_taken_back(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var procedure = await centre.PublishedAsync();
        await centre.DoAsync(new DraftNextVersion(procedure, 1));
        await centre.DoAsync(new PublishVersion(procedure, 2, 1, centre.Time.GetUtcNow().AddDays(1)));
        Assert.Equal("version.no-reason", (await centre.DoAsync(new WithdrawVersion(procedure, 2, " "))).Refusals.Single().Code);
        Assert.True((await centre.DoAsync(new WithdrawVersion(procedure, 2, "Not agreed yet."))).Allowed);
        centre.Time.Pass(TimeSpan.FromDays(2));
        Assert.Equal(1, (await centre.AskAsync(new ProcedureInForce("refund"))).Value!.Version);
        Assert.Equal(0, (await centre.DoAsync(new SupersedeVersions())).Value);
    }

    [Theory, EachDatabase]
    public async Task A_version_takes_effect_neither_in_the_past_nor_before_one_published_earlier(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        var procedure = await centre.DraftAsync();
        var now = centre.Time.GetUtcNow();
        Assert.Equal("version.in-the-past", (await centre.DoAsync(new PublishVersion(procedure, 1, 1, now.AddMinutes(-1)))).Refusals.Single().Code);
        await centre.DoAsync(new PublishVersion(procedure, 1, 1, now.AddDays(3)));
        await centre.DoAsync(new DraftNextVersion(procedure, 1));
        Assert.Equal("version.later-one", (await centre.DoAsync(new PublishVersion(procedure, 2, 1, now.AddDays(2)))).Refusals.Single().Code);
    }
}
