using System.Globalization;
using Answerable.App.Contacts;
using Answerable.App.Demo;
using Answerable.App.Measures;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Syllabus;

public sealed class SYL_C1(Product product) : BrowserTest(product)
{
    // Days that are over: no other test adds contacts to them.
    private static readonly DateOnly Last = DateOnly.FromDateTime(Local.In(TimeProvider.System.GetUtcNow()).DateTime).AddDays(-10);
    private static readonly DateOnly First = Last.AddDays(-13);
    private static readonly string Period = $"from={First:yyyy-MM-dd}&last={Last:yyyy-MM-dd}";

    [Theory]
    [InlineData(Role.TeamLeader)]
    [InlineData(Role.Manager)]
    [Criterion("SYL.C1", Page = "/agents", Acts = [typeof(KpiFigures), typeof(AgentFigures), typeof(ContactsBehind)])]
    public async Task Figures_say_their_formula_and_lead_down_to_each_agent_and_the_contacts_behind(Role role)
    {
        var visit = await SignedInAsync(role);
        await FormulasAsync(visit);
        var agent = Person(Role.Agent);
        var behind = await BehindAsync(agent);
        await visit.Page.GotoAsync($"/agents?{Period}");
        var row = visit.Page.GetByRole(AriaRole.Row, new() { Name = agent.Name });
        await Assertions.Expect(row.GetByRole(AriaRole.Cell).Nth(0)).ToHaveTextAsync(Written($"{behind.Count:#,0}"));
        await Assertions.Expect(row.GetByRole(AriaRole.Cell).Nth(1))
            .ToHaveTextAsync(Written($"{behind.Average(line => line.HandleMs!.Value) / 1000:#,0.00} s"));
        await DrillAsync(visit, row, behind.Select(line => line.Id.Value).ToHashSet());
        Assert.Empty(visit.Errors);
    }

    private static async Task FormulasAsync(Visit visit)
    {
        await visit.Page.GotoAsync($"/measures?{Period}");
        foreach (var (title, formula) in (IEnumerable<(string, string)>)
            [("Average handling time", "(talk + hold + after-contact work) ÷ handled contacts"), ("First-contact resolution", "÷"),
                ("Service level", "÷")])
        {
            var card = visit.Page.GetByRole(AriaRole.Region, new() { Name = title }).First;
            await Assertions.Expect(card).ToContainTextAsync(formula);
            await Assertions.Expect(card).ToContainTextAsync("(version 1)");
        }
    }

    // From the figure to the list, the file of the same contacts, and one of them as the journal tells it.
    private async Task DrillAsync(Visit visit, ILocator row, HashSet<Guid> behind)
    {
        await row.GetByRole(AriaRole.Link, new() { Name = "Contacts of" }).ClickAsync();
        var table = visit.Page.GetByRole(AriaRole.Table, new() { Name = Written($"{behind.Count:#,0} contacts") });
        await Assertions.Expect(table).ToBeVisibleAsync();
        var file = await visit.Page.RunAndWaitForDownloadAsync(() =>
            visit.Page.GetByRole(AriaRole.Link, new() { Name = "Download as CSV" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync(await file.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal(behind, lines.Skip(1).Select(line => Guid.Parse(line.Split(',')[0])).ToHashSet());

        await table.GetByRole(AriaRole.Rowheader).First.GetByRole(AriaRole.Link).ClickAsync();
        await visit.AtAddressAsync("/contacts/*-*");
        var id = Guid.Parse(new Uri(visit.Page.Url).Segments[^1]);
        Assert.Contains(id, behind);
        Assert.NotEmpty(await Told.NamesAsync(Product, id));
    }

    private async Task<IReadOnlyList<ContactRow>> BehindAsync(DemoPerson agent)
    {
        var (from, to) = (Local.StartOf(First), Local.StartOf(Last.AddDays(1)));
        await using var db = Product.OpenDb();
        var rows = await db.Set<ContactRow>().AsNoTracking()
            .Where(row => row.Kind == FactKind.Demo && row.Agent == agent.Id && row.State == ContactState.Handled && row.ArrivedAt >= from
                && row.ArrivedAt < to).ToListAsync();
        Assert.True(rows.Count > 50, $"The demo centre gave {agent.Name} only {rows.Count} contacts.");
        return rows;
    }

    private static string Written(FormattableString words) => words.ToString(CultureInfo.GetCultureInfo("en-GB"));
}
