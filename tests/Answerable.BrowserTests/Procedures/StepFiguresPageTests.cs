using Answerable.App.Conduct;
using Answerable.App.Demo;
using Answerable.App.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Procedures;

/// <summary>The demo centre leads some contacts through their procedures; how these went stands on the version's page.</summary>
public sealed class StepFiguresPageTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task A_designer_sees_on_the_version_how_its_steps_went_as_a_table_and_on_the_chart()
    {
        var designer = await SignedInAsync(Role.Designer);
        var (address, node, walks) = await MostWalkedAsync();
        await designer.Page.GotoAsync(address);
        var table = designer.Page.GetByRole(AriaRole.Region, new() { Name = "Figures of each step" });
        await Assertions.Expect(table.GetByRole(AriaRole.Row).Filter(new() { Has = designer.Page.Locator($"a[href$='#{node}']") })
            .GetByRole(AriaRole.Cell).First).ToHaveTextAsync($"{walks}");
        await Assertions.Expect(designer.Page.GetByText("Shaded by median time, written at each step")).ToBeVisibleAsync();
        await Assertions.Expect(designer.Page.Locator($".procedure-chart [data-node='{node}'] .chart-heat-words"))
            .ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9.,]+ s$"));
        await Assertions.Expect(designer.Page.GetByText("There are only invented walks of this version")).ToBeVisibleAsync();

        await designer.Page.GetByLabel("Chart shaded by").SelectOptionAsync("step-taken");
        await designer.Page.GetByLabel("Role").SelectOptionAsync("Agent");
        await designer.Button("Show").ClickAsync();
        await designer.AtAddressAsync("role=Agent");
        await Assertions.Expect(designer.Page.GetByText("Shaded by taken, written at each step")).ToBeVisibleAsync();

        await designer.Page.GotoAsync($"{address}?channel=Visit");
        await Assertions.Expect(designer.Page.GetByText("No contact was walked through this version in these days, by this role and channel."))
            .ToBeVisibleAsync();
        Assert.Empty(designer.Errors);
    }

    [Theory]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task The_shades_can_be_read_by_everybody(int width, ColorScheme colours)
    {
        var leader = await (await VisitAsync(colours: colours)).SignInAsync(Person(Role.TeamLeader).Email, DemoAccounts.Password);
        await leader.Page.SetViewportSizeAsync(width, 900);
        await leader.Page.GotoAsync((await MostWalkedAsync()).Address);
        await Assertions.Expect(leader.Page.GetByText("Shaded by median time, written at each step")).ToBeVisibleAsync();
        await Axe.AssertNoneAsync(leader);
    }

    /// <summary>The version most contacts were led through, its first step, and how many of them have taken it.</summary>
    private async Task<(string Address, string Node, int Taken)> MostWalkedAsync()
    {
        await using var db = Product.OpenDb();
        var most = await db.Set<WalkRow>().GroupBy(walk => new { walk.Procedure, walk.Version }).OrderByDescending(group => group.Count())
            .Select(group => group.Key).FirstAsync();
        var walks = await db.Set<WalkRow>().Where(walk => walk.Procedure == most.Procedure && walk.Version == most.Version).Select(walk => walk.Id)
            .ToListAsync();
        var subjects = walks.ConvertAll(walk => walk.Value);
        var facts = await db.Set<JournalRow>().Where(row => subjects.Contains(row.Subject)).OrderBy(row => row.Number).ToListAsync();
        var node = facts.Select(row => row.Entry().Fact()).OfType<Model.Conduct.WalkBegun>().First().Node;
        var taken = facts.Select(row => row.Entry().Fact()).Count(fact => fact is Model.Conduct.StepDone done && done.Node == node
            || fact is Model.Conduct.DecisionAnswered answered && answered.Node == node);
        return ($"/procedures/{most.Procedure}/versions/{most.Version}", node, taken);
    }
}
