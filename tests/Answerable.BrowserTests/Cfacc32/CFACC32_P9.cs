using Answerable.App.Authority;
using Answerable.App.Conduct;
using Answerable.App.Contacts;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.BrowserTests.Cfacc32;

public sealed class CFACC32_P9(Product product) : BrowserTest(product)
{
    [Fact]
    [Criterion("CFACC32.P9", Page =
        "/desk/{Id:guid}", Acts = [typeof(StartContact), typeof(DoStep), typeof(AnswerDecision), typeof(EndContact), typeof(FinishWrap)])]
    public async Task An_agent_gives_fifty_pounds_under_a_limit_of_fifty_and_settles_the_matter()
    {
        var agent = await SignedInAsync(Role.Agent);
        var desk = new AtDesk(agent);
        await desk.ToPaymentAsync((await Product.PaymentsAsync()).Type);
        await desk.PayAsync("50.00");
        await desk.GoOnAsync("Payment agreed");
        var contact = desk.Contact;
        await desk.FinishAsync();

        await AssertDecidedAsync(contact);
        await AssertSettledAsync(contact);
        Assert.Empty(agent.Errors);
    }

    private async Task AssertDecidedAsync(ContactId contact)
    {
        await using var db = Product.OpenDb();
        var decision = await db.Set<DecisionRow>().SingleAsync(row => row.Contact == contact);
        Assert.Equal((50_00, Person(Role.Agent).Id), (decision.Pence, decision.By));
        Assert.False(await db.Set<ReferralRow>().AnyAsync(row => row.Contact == contact));
        var told = await Told.OneAsync<DecisionTaken>(Product, contact.Value, "decision.taken", Person(Role.Agent).Id, FactKind.Demo);
        Assert.Equal((50_00, decision.LimitId), (told.Pence, told.LimitId));
    }

    private async Task AssertSettledAsync(ContactId contact)
    {
        await using var db = Product.OpenDb();
        var row = await db.Set<ContactRow>().SingleAsync(row => row.Id == contact);
        Assert.Equal((true, ContactState.Handled, Person(Role.Agent).Id), (row.Resolved, row.State, row.Agent));
        var walk = await AtDesk.WalkAsync(Product, contact);
        Assert.Equal(["walk.begun", "walk.step-done", "walk.decision-answered", "walk.step-done", "walk.finished"],
            await Told.NamesAsync(Product, walk.Id.Value));
        Assert.True((await Told.OneAsync<WalkFinished>(Product, walk.Id.Value, "walk.finished", Person(Role.Agent).Id, FactKind.Demo)).Resolved);
    }
}
