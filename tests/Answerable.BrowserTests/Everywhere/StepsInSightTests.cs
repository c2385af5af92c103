using Answerable.App.Conduct;
using Answerable.App.Demo;
using Answerable.App.Procedures;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>On a small screen what is to be done at a step, its first field, answer or button, is in sight without scrolling.</summary>
public sealed class StepsInSightTests(Product product) : BrowserTest(product)
{
    /// <summary>Several classes of people at a time: each walks through its share of the procedures.</summary>
    public static TheoryData<string> Types => [.. DemoProcedure.All.Select(procedure => procedure.Type.Code)];

    [Theory, MemberData(nameof(Types))]
    public async Task At_each_step_of_each_invented_procedure_the_first_thing_to_do_is_in_sight(string type)
    {
        var agent = await SignedInAsync(DemoPeople.Of("Yasmin Begum"));
        await agent.Page.SetViewportSizeAsync(1280, 720);
        await agent.Page.GotoAsync("/desk");
        await agent.Page.Locator("#type").SelectOptionAsync(type);
        await agent.Button("Start the contact").ClickAsync();
        await agent.AtAddressAsync("/desk/*-*");
        var contact = new AtDesk(agent).Contact;
        var hidden = new List<string>();
        await foreach (var node in StandAtEachAsync(contact))
        {
            await agent.Page.GotoAsync($"/desk/{contact}");
            if (await Sight.HiddenAsync(agent.Page) is { Length: > 0 } said)
                hidden.Add($"{node}: {said}");
        }
        Assert.True(hidden.Count == 0, "Out of sight:\n" + string.Join("\n", hidden));
    }

    [Fact]
    public async Task The_amount_is_in_sight_while_leave_for_more_is_awaited()
    {
        var agent = await SignedInAsync(DemoPeople.Of("Jamal Francis"));
        await agent.Page.SetViewportSizeAsync(1280, 720);
        await agent.Page.GotoAsync(await new Filled(Product, agent).AddressAsync("/desk/{Id:guid}"));
        await Assertions.Expect(agent.Page.Locator("#referral-status")).ToContainTextAsync("You asked for £184.20");
        Assert.Equal("", await Sight.HiddenAsync(agent.Page));
        await using var db = Product.OpenDb();
        var asked = db.Set<ReferralRow>().Where(row => row.State == ReferralState.Open && row.Pence == 18_420);
        var promised = await asked.Select(row => row.AnswerBy).SingleAsync();
        await asked.ExecuteUpdateAsync(set => set.SetProperty(row => row.AnswerBy, promised - TimeSpan.FromHours(2)));
        await agent.Page.ReloadAsync();
        await Assertions.Expect(agent.Page.Locator("#referral-status")).ToContainTextAsync("No answer has come in time");
        Assert.Equal("", await Sight.HiddenAsync(agent.Page));
        await asked.ExecuteUpdateAsync(set => set.SetProperty(row => row.AnswerBy, promised));
    }

    /// <summary>The contact's walk put down at one node after another, as if it had come there.</summary>
    private async IAsyncEnumerable<string> StandAtEachAsync(ContactId contact)
    {
        await using var db = Product.OpenDb();
        var row = await db.Set<WalkRow>().SingleAsync(row => row.Contact == contact);
        var walk = WalkJson.Read(row.State);
        foreach (var node in (await VersionsInForce.ChartAsync(db, walk.Procedure, walk.Version, TestContext.Current.CancellationToken))!.Nodes)
        {
            row.State = WalkJson.Write(walk with { At = node.Key });
            await db.SaveChangesAsync();
            yield return $"{node.Key} {node.Title}";
        }
    }
}
