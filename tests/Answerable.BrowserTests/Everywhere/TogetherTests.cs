using Answerable.App.Conduct;
using Answerable.App.Demo;
using Answerable.App.Procedures;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>Two people at one thing: the second is told, and nothing is lost or doubled.</summary>
public sealed class TogetherTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task The_second_to_accept_a_referral_is_told_who_has_it()
    {
        var desk = new AtDesk(await SignedInAsync(DemoPeople.Of("Yasmin Begum")));
        await desk.ToPaymentAsync((await Product.PaymentsAsync()).Type);
        await desk.PayAsync("412.00");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Done: go on" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByText("You asked for £412.00")).ToBeVisibleAsync();
        var referral = await AtDesk.ReferralAsync(Product, desk.Contact);

        // The second one's page hears nothing, as where both press at once.
        var (first, second) = (await SignedInAsync(Role.TeamLeader), await SignedInAsync(DemoPeople.Of("Priya Raman"), script: false));
        foreach (var visit in new[] { first, second })
            await visit.Page.GotoAsync($"/referrals/{referral.Id}");
        await first.Button("Accept this referral").ClickAsync();
        await Assertions.Expect(first.Heading("Decide")).ToBeVisibleAsync();
        await second.Button("Accept this referral").ClickAsync();
        await Assertions.Expect(second.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(Person(Role.TeamLeader).Name);

        Assert.Equal(["referral.opened", "referral.accepted"], await Told.NamesAsync(Product, referral.Id.Value));
        Assert.Equal(Person(Role.TeamLeader).Id, (await AtDesk.ReferralAsync(Product, desk.Contact)).AcceptedBy);
    }

    [Fact]
    public async Task An_outline_changed_meanwhile_is_not_overwritten_and_what_was_typed_stays()
    {
        var (name, rowan) = (Unique("Stray dog"), await SignedInAsync(Role.Designer));
        var designing = new Designing(rowan);
        await designing.DefineAsync(name);
        await designing.DraftAsync();
        await designing.AddAsync("Step", "Ask where it is", 1);
        var nadia = await SignedInAsync(DemoPeople.Of("Nadia Hussain"));
        await nadia.Page.GotoAsync(rowan.Page.Url);
        await designing.SayAsync("Where did you see it?");
        await designing.SaveAsync("step", 1);

        await new Designing(nadia).SayAsync("Where is the dog now?");
        await nadia.Button("Save step 1").ClickAsync();
        await Assertions.Expect(nadia.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(Person(Role.Designer).Name);
        await Assertions.Expect(nadia.Field("Words to use")).ToHaveValueAsync("Where is the dog now?");
        await Assertions.Expect(nadia.Page.GetByRole(AriaRole.Table)).ToContainTextAsync("Where did you see it?");
        Assert.Equal("Where did you see it?", await SaidAsync(name));

        await nadia.Button("Save step 1").ClickAsync();
        await Assertions.Expect(nadia.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        Assert.Equal("Where is the dog now?", await SaidAsync(name));
    }

    [Fact]
    public async Task A_contact_left_and_resumed_by_another_agent_loses_nothing()
    {
        var agent = await SignedInAsync(Role.Agent);
        var desk = new AtDesk(agent);
        await desk.ToPaymentAsync((await Product.PaymentsAsync()).Type, "The meter runs backwards.");
        await agent.Page.GetByRole(AriaRole.Textbox, new() { Name = "New note" }).FillAsync("She rings again at four.");
        await agent.Button("Keep the note").ClickAsync();
        await Assertions.Expect(agent.Page.GetByText("She rings again at four.").First).ToBeVisibleAsync();
        var contact = desk.Contact;
        await agent.Button("Leave for later").ClickAsync();
        await desk.AtAsync("Start a contact");

        var other = DemoPeople.Of("Yasmin Begum");
        await ResumeAsync(await SignedInAsync(other), contact);
        var walk = await AtDesk.WalkAsync(Product, contact);
        Assert.Equal(["walk.begun", "walk.step-done", "walk.decision-answered", "walk.note-made", "walk.left", "walk.resumed", "walk.step-done",
            "walk.finished"], await Told.NamesAsync(Product, walk.Id.Value));
        Assert.Equal(other.Id.Value, Assert.Single(await Told.EntriesAsync(Product, walk.Id.Value, "walk.resumed")).Actor);
    }

    private async Task ResumeAsync(Visit visit, ContactId contact)
    {
        await using var db = Product.OpenDb();
        var handling = await db.Set<HandlingRow>().SingleAsync(row => row.Contact == contact);
        var number = (await db.Set<CaseRow>().SingleAsync(row => row.Id == handling.Case)).Number;
        var desk = new AtDesk(visit);
        await visit.Page.GotoAsync("/desk");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = $"Case {number}, left by {Person(Role.Agent).Name}" }).ClickAsync();
        await visit.Button("Resume this contact").ClickAsync();
        await desk.AtAsync("Offer a payment");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Region, new() { Name = "What is known" }))
            .ToContainTextAsync("The meter runs backwards.");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Region, new() { Name = "Notes" })).ToContainTextAsync("She rings again at four.");
        await desk.PayAsync("10.00");
        await desk.GoOnAsync("Payment agreed");
        await desk.FinishAsync();
    }

    private async Task<string> SaidAsync(string name)
    {
        await using var db = Product.OpenDb();
        var type = await db.Set<ContactTypeRow>().SingleAsync(row => row.Name == name);
        var procedure = await db.Set<ProcedureRow>().SingleAsync(row => row.ContactType == type.Id);
        return ((Model.Procedures.Step)(await db.Set<VersionRow>().SingleAsync(row => row.Procedure == procedure.Id)).Read().Nodes[0]).Guideline.Say;
    }
}
