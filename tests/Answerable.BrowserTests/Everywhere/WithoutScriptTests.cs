using Answerable.App.Contacts;
using Answerable.App.Procedures;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>Where scripts do not run, signing in, the desk and publishing work all the same.</summary>
public sealed class WithoutScriptTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task An_agent_signs_in_and_settles_a_contact()
    {
        var desk = new AtDesk(await SignedInAsync(Role.Agent, script: false));
        await desk.ToPaymentAsync((await Product.PaymentsAsync()).Type);
        await desk.PayAsync("20.00");
        await desk.GoOnAsync("Payment agreed");
        var contact = desk.Contact;
        await desk.FinishAsync();
        await using var db = Product.OpenDb();
        Assert.True((await db.Set<ContactRow>().SingleAsync(row => row.Id == contact)).Resolved);
    }

    [Fact]
    public async Task A_designer_writes_and_publishes_a_procedure()
    {
        var (name, designing) = (Unique("Fallen tree"), new Designing(await SignedInAsync(Role.Designer, script: false)));
        await designing.DefineAsync(name);
        await designing.DraftAsync();
        await designing.AddAsync("Step", "Find the tree", 1);
        await designing.AddAsync("Ending", "A crew is sent", 2);
        await designing.OpenLineAsync(1, "Find the tree");
        await designing.SayAsync("Where does it lie?");
        await designing.SaveAsync("step", 1);
        await designing.PublishAsync();
        await using var db = Product.OpenDb();
        var type = await db.Set<ContactTypeRow>().SingleAsync(row => row.Name == name);
        var procedure = await db.Set<ProcedureRow>().SingleAsync(row => row.ContactType == type.Id);
        Assert.Equal(VersionState.Published, (await db.Set<VersionRow>().SingleAsync(row => row.Procedure == procedure.Id)).State);
    }
}
