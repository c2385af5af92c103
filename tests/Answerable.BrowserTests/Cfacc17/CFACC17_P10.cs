using Answerable.App.Authority;
using Answerable.App.Procedures;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Cfacc17;

public sealed class CFACC17_P10(Product product) : BrowserTest(product)
{
    [Fact]
    [Criterion("CFACC17.P10", Page = "/procedures/{Id:guid}/versions/{Number:int}/outline", Acts = [typeof(EditVersion)])]
    public async Task A_designer_writes_a_steps_guideline_and_the_agent_has_it_at_the_desk()
    {
        var (name, kind) = (Unique("Broken street lamp"), Unique("Lamp payment"));
        await new Limiting(Product, await SignedInAsync(Role.Manager)).LineAsync(kind);
        var designer = await SignedInAsync(Role.Designer);
        await WriteAsync(designer, name, kind);
        await AssertKeptAsync(name, kind);

        var agent = await SignedInAsync(Role.Agent);
        await new AtDesk(agent).StartAsync(name, "Settle the damage");
        var main = agent.Page.GetByRole(AriaRole.Main);
        foreach (var words in (string[])
            ["Ask where the lamp stands.", "Must: Read the number back.", "Never: Promise a day.", "Thank you for telling us.",
                "Numbers stand on the post.", "Why: Highways Act.", "You may decide up to £50.00 here."])
            await Assertions.Expect(main).ToContainTextAsync(words);
        await Assertions.Expect(agent.Page.GetByRole(AriaRole.Region, new() { Name = "Help with this step" }))
            .ToContainTextAsync("Numbers stand on the post.");
        Assert.Empty(agent.Errors.Concat(designer.Errors));
    }

    private static async Task WriteAsync(Visit designer, string name, string kind)
    {
        var designing = new Designing(designer);
        await designing.DefineAsync(name);
        await designing.DraftAsync();
        await designing.AddAsync("Step", "Settle the damage", 1);
        foreach (var (label, words) in Guideline)
            await designer.Field(label).FillAsync(words);
        await designing.FactAsync("Payment", "Money", required: true);
        await designer.ChooseAsync("Authority it demands", $"{kind} (an amount)");
        await designer.ChooseAsync("Referral point: may pass to", "Team leader");
        await designing.SaveAsync("step", 1);
        await designing.AddAsync("Ending", "Settled", 2);
        await designing.PublishAsync();
    }

    private static readonly (string Label, string Words)[] Guideline =
    [
        ("Preferred approach", "Ask **where** the lamp stands."),
        ("Must be done", "Read the number back."),
        ("Never", "Promise a day."),
        ("Words to use", "Thank you for telling us."),
        ("What to know", "Numbers stand on the post."),
        ("Why it is done so", "Highways Act."),
    ];

    private async Task AssertKeptAsync(string name, string kind)
    {
        await using var db = Product.OpenDb();
        var type = await db.Set<ContactTypeRow>().SingleAsync(row => row.Name == name);
        var procedure = await db.Set<ProcedureRow>().SingleAsync(row => row.ContactType == type.Id);
        var step = Assert.IsType<Step>((await db.Set<VersionRow>().SingleAsync(row => row.Procedure == procedure.Id)).Read().Start);
        Assert.Equal(("Ask **where** the lamp stands.", "Thank you for telling us.", "Highways Act."),
            (step.Guideline.Approach, step.Guideline.Say, step.Guideline.Why));
        Assert.Equal(["Read the number back.", "Promise a day."], step.Guideline.Must.Concat(step.Guideline.Never));
        Assert.Equal(kind, (await db.Set<DecisionKindRow>().SingleAsync(row => row.Code == step.Authority!.DecisionKind)).Name);
        var edits = await Told.EntriesAsync(Product, procedure.Id.Value, "version.edited");
        Assert.Contains(edits, entry => entry.Actor == Person(Role.Designer).Id.Value
            && ((VersionEdited)entry.Fact()).What.StartsWith("Changed 1 'Settle the damage': approach, must, never", StringComparison.Ordinal));
    }
}
