using System.Net;
using Answerable.App.Authority;
using Answerable.App.Procedures;
using Answerable.DatabaseTests.Web;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Model.Procedures.Checks;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Procedures;

/// <summary>What ships to begin from is good as it is, and is the centre's own once it is used.</summary>
public sealed class StarterLibraryTests
{
    [Fact]
    public void Each_passes_every_check_keeps_free_words_personal_and_names_no_place()
    {
        Assert.True(StarterLibrary.All.Count >= 6);
        Assert.All(StarterLibrary.All, one =>
        {
            Assert.Empty(ChartChecks.Of(one.Chart, StarterLibrary.Kinds).Select(finding => $"{one.Type.Code}: {finding.Sentence}"));
            Assert.Empty(ContactTypeText.Refusals(ContactTypeText.Tidy(one.Type)));
            Assert.All(one.Chart.Nodes.OfType<Step>(), step => Assert.All(step.Fields, field =>
                Assert.True(field.Personal || field.Type is not (FieldType.Text or FieldType.LongText), field.Name)));
            Assert.True(one.Chart.Nodes.OfType<Decision>().Any());
        });
    }

    [Theory, EachDatabase]
    public async Task One_that_is_used_is_a_draft_of_ones_own_which_can_be_published_as_it_is(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        foreach (var starter in (await centre.AskAsync(new Starters())).Value)
        {
            Assert.False(starter.Adopted);
            var procedure = (await centre.DoAsync(new AdoptStarter(starter.Type.Code))).Value;
            foreach (var _ in starter.Limits)
                await centre.DoAsync(new SetLimit("refund", Role.Manager, null) { PerContactPence = 50_000 });
            var version = (await centre.AskAsync(new VersionRecord(procedure, 1))).Value;
            Assert.Equal(VersionState.Draft, version.Line.State);
            Assert.DoesNotContain(version.Findings, finding => finding.Blocks);
            var published = await centre.DoAsync(new PublishVersion(procedure, 1, version.Revision));
            Assert.True(published.Allowed, string.Join(" ", published.Refusals));
        }
        Assert.All((await centre.AskAsync(new Starters())).Value, starter => Assert.True(starter.Adopted));
        await using var db = centre.OpenDb();
        Assert.Equal("refund", (await db.Set<DecisionKindRow>().SingleAsync()).Code);
    }

    [Fact]
    public async Task Whoever_begins_with_one_that_demands_a_limit_is_told_at_once_that_nobody_decides_it_yet_and_where_that_is_set()
    {
        await using var web = new WebCentre();
        var designer = await web.SignedInAsync(Role.Designer);
        using var adopted = await designer.PostAsync("/procedures/starters", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = await WebCentre.TokenAsync(designer, "/procedures/starters"),
            ["code"] = "refund-request",
        }), TestContext.Current.CancellationToken);
        var outline = $"{adopted.Headers.Location}".Split('?', '#')[0];
        Assert.EndsWith("/outline", outline, StringComparison.Ordinal);
        foreach (var (role, place, where) in new[]
            { (Role.Designer, outline, "Limits are set by: "), (Role.Manager, outline.Replace("/outline", "", StringComparison.Ordinal),
                "<a href=\"/authority\">Set a limit</a>") })
        {
            var page = WebUtility.HtmlDecode(await (await web.SignedInAsync(role)).GetStringAsync(place, TestContext.Current.CancellationToken));
            Assert.Contains("demands authority for refund, but the authority matrix lets nobody decide it", page, StringComparison.Ordinal);
            Assert.Contains(where, page, StringComparison.Ordinal);
        }
    }

    [Theory, EachDatabase]
    public async Task One_is_used_once_and_only_one_that_is_there(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        await centre.DoAsync(new DefineDecisionKind("refund", "Money back", true));
        Assert.True((await centre.DoAsync(new AdoptStarter("refund-request"))).Allowed);
        Assert.Contains("contact-type.code-known", (await centre.DoAsync(new AdoptStarter("refund-request"))).Refusals.Select(why => why.Code));
        Assert.Equal("starter.none", Assert.Single((await centre.DoAsync(new AdoptStarter("nonesuch"))).Refusals).Code);
        await using var db = centre.OpenDb();
        Assert.Equal((1, 1), (await db.Set<ProcedureRow>().CountAsync(), await db.Set<DecisionKindRow>().CountAsync()));
    }
}
