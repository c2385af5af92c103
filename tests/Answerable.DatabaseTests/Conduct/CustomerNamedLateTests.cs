using Answerable.App.Authority;
using Answerable.App.Conduct;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Conduct;

/// <summary>A limit for each customer holds whenever, and however, the customer is named.</summary>
public sealed class CustomerNamedLateTests
{
    [Theory, EachDatabase]
    public async Task Nothing_is_decided_for_a_customer_not_named_where_a_limit_counts_by_customer(Database database)
    {
        await using var desk = await BoundedAsync(database);
        var contact = await desk.AtGoodwillAsync();
        Assert.Equal(("walk.customer-needed", "amount"), Wrong(await desk.GiveAsync(contact, "40")));
        await desk.Must(new RecordCustomer(contact, "FV-1"), desk.Agent);
        Assert.True((await desk.GiveAsync(contact, "40")).Allowed);
    }

    [Theory, EachDatabase]
    public async Task What_was_decided_under_another_reference_counts_for_the_customer_named_since(Database database)
    {
        await using var desk = await BoundedAsync(database);
        for (var number = 0; number < 2; number++)
        {
            var contact = await desk.AtGoodwillAsync(reference: $"OTHER-{number}");
            Assert.True((await desk.GiveAsync(contact, "50")).Allowed);
            await desk.Must(new RecordCustomer(contact, "FV-1"), desk.Agent);
        }

        var third = await desk.AtGoodwillAsync(reference: "FV-1");
        var referral = await desk.ReferredAsync(third, "10");
        Assert.Equal((1000L, 11000L), (referral.Pence, referral.TotalPence));
        Assert.Equal("Goodwill of £10.00 brings the total to £110.00, over the agent's limit of £100.00 a customer in 30 days.",
            (await desk.LookAsync(third)).Referral!.Why);
    }

    [Theory, EachDatabase]
    public async Task A_customer_for_whom_what_was_decided_is_too_much_is_not_named_until_it_is_decided_again(Database database)
    {
        await using var desk = await BoundedAsync(database);
        for (var number = 0; number < 2; number++)
        {
            var earlier = await desk.AtGoodwillAsync(reference: "FV-1");
            Assert.True((await desk.GiveAsync(earlier, "50")).Allowed);
        }
        var contact = await desk.AtGoodwillAsync(reference: "OTHER");
        Assert.True((await desk.GiveAsync(contact, "50")).Allowed);

        var refusal = await desk.Refused(new RecordCustomer(contact, "FV-1"), desk.Agent);
        Assert.Equal(("customer.too-much", "Reference"), (refusal.Code, refusal.Field));
        Assert.Equal("Goodwill of £50.00 brings the total to £150.00, over the agent's limit of £100.00 a customer in 30 days. "
            + "Go back to where it was decided, say there which customer this is, and decide it again.", refusal.Text);

        await desk.Must(new GoBack(contact, "n4", await desk.TurnAsync(contact)), desk.Agent);
        await desk.Must(new RecordCustomer(contact, "FV-1"), desk.Agent);
        Assert.Equal(["decision.taken", "decision.retracted"], await DecisionsAsync(desk, contact));
        var referral = await desk.ReferredAsync(contact, "50");
        Assert.Equal((5000L, 15000L), (referral.Pence, referral.TotalPence));
    }

    [Theory, EachDatabase]
    public async Task An_approval_not_used_yet_counts_for_the_customer_the_contact_turned_out_to_be_with(Database database)
    {
        await using var desk = await BoundedAsync(database);
        var first = await desk.AtGoodwillAsync(reference: "OTHER");
        var referral = await desk.ReferredAsync(first, "90");
        await desk.Must(new AcceptReferral(referral.Id), desk.Leader);
        await desk.Must(new DecideReferral(referral.Id, Approve: true), desk.Leader);
        await desk.Must(new RecordCustomer(first, "FV-1"), desk.Agent);

        var second = await desk.AtGoodwillAsync(reference: "FV-1");
        Assert.Equal(11000L, (await desk.ReferredAsync(second, "20")).TotalPence);
    }

    [Theory, EachDatabase]
    public async Task Another_customer_is_named_neither_while_an_answer_is_awaited_nor_where_what_was_approved_is_too_much(Database database)
    {
        await using var desk = await BoundedAsync(database);
        await BoundSeniorsAsync(desk, 7500);
        var earlier = await desk.AtGoodwillAsync(reference: "FV-1");
        Assert.True((await desk.GiveAsync(earlier, "50")).Allowed);
        var contact = await desk.AtGoodwillAsync(reference: "OTHER");
        var referral = await desk.ReferredAsync(contact, "60");
        Assert.Equal("customer.asked-for", (await desk.Refused(new RecordCustomer(contact, "FV-1"), desk.Agent)).Code);

        await desk.Must(new AcceptReferral(referral.Id), desk.Senior);
        Assert.Equal("referral.nothing", (await desk.Refused(new DecideReferral(referral.Id, Approve: true, Pence: 0), desk.Senior)).Code);
        await desk.Must(new DecideReferral(referral.Id, Approve: true), desk.Senior);
        var refusal = await desk.Refused(new RecordCustomer(contact, "FV-1"), desk.Agent);
        Assert.Equal("customer.too-much", refusal.Code);
        Assert.StartsWith("Goodwill of £60.00 brings the total to £110.00, over the senior agent's limit of £100.00 a customer in 30 days.",
            refusal.Text, StringComparison.Ordinal);
        await desk.Must(new RecordCustomer(contact, "NOBODY-YET"), desk.Agent);
    }

    [Theory, EachDatabase]
    public async Task What_was_approved_is_held_to_the_limit_of_whoever_approved_it_though_it_was_put_to_a_lower_role(Database database)
    {
        await using var desk = await BoundedAsync(database);
        await BoundSeniorsAsync(desk, 7500);
        var earlier = await desk.AtGoodwillAsync(reference: "FV-1");
        Assert.True((await desk.GiveAsync(earlier, "50")).Allowed);
        var contact = await desk.AtGoodwillAsync(reference: "OTHER");
        var referral = await desk.ReferredAsync(contact, "60");
        Assert.Equal(Role.SeniorAgent, referral.ToRole);
        await desk.Must(new AcceptReferral(referral.Id), desk.Leader);
        await desk.Must(new DecideReferral(referral.Id, Approve: true), desk.Leader);
        await desk.Must(new RecordCustomer(contact, "FV-1"), desk.Agent);
    }

    [Theory, EachDatabase]
    public async Task Two_approvals_not_used_yet_are_weighed_together(Database database)
    {
        await using var desk = await BoundedAsync(database);
        await BoundSeniorsAsync(desk, 20000);
        var contact = await desk.AtGoodwillAsync(reference: "OTHER");
        foreach (var pounds in new[] { "60", "70" })
        {
            var referral = await desk.ReferredAsync(contact, pounds);
            await desk.Must(new AcceptReferral(referral.Id), desk.Senior);
            await desk.Must(new DecideReferral(referral.Id, Approve: true, Pence: pounds == "70" ? 3000 : null), desk.Senior);
        }
        var earlier = await desk.AtGoodwillAsync(reference: "FV-1");
        Assert.True((await desk.GiveAsync(earlier, "30")).Allowed);
        Assert.StartsWith("Goodwill of £90.00 brings the total to £120.00, over the senior agent's limit",
            (await desk.Refused(new RecordCustomer(contact, "FV-1"), desk.Agent)).Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_case_is_one_customers_and_what_continues_it_is_theirs(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var first = await desk.Must(new StartContact(Channel.Phone, "complaint", "WRONG"), desk.Agent);
        await desk.Must(new RecordCustomer(first, "FV-1"), desk.Agent);
        await using var db = desk.Centre.OpenDb();
        var known = await db.Set<CaseRow>().SingleAsync();
        var theirs = await db.Set<HandlingRow>().Where(row => row.Contact == first).Select(row => row.Customer).SingleAsync();
        Assert.Equal(theirs, known.Customer);

        var second = await desk.Must(new StartContact(Channel.Phone, "complaint", null, known.Number), desk.Agent);
        Assert.Equal(theirs, await db.Set<HandlingRow>().Where(row => row.Contact == second).Select(row => row.Customer).SingleAsync());
        var refusal = await desk.Refused(new RecordCustomer(second, "FV-2"), desk.Agent);
        Assert.Equal(("case.anothers", "Reference"), (refusal.Code, refusal.Field));
    }

    [Theory, EachDatabase]
    public async Task References_that_look_alike_are_one_customers(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        foreach (var written in new[] { "FV-1", " fv-1 ", "FV\u200b-1", "FV\u20101", "FV- 1", "\uff26V-1", "FV\u22121" })
            await desk.Must(new StartContact(Channel.Phone, "complaint", written), desk.Agent);
        await using var db = desk.Centre.OpenDb();
        Assert.Single(await db.Set<HandlingRow>().Select(row => row.Customer).Distinct().ToListAsync());
        Assert.Equal("customer.reference",
            (await desk.Refused(new StartContact(Channel.Phone, "complaint", "\u200b\u2060"), desk.Agent)).Code);
        Assert.Equal("customer.card",
            (await desk.Refused(new StartContact(Channel.Phone, "complaint", "4111 1111 1111 1111"), desk.Agent)).Code);
        Assert.Equal("customer.card",
            (await desk.Refused(new StartContact(Channel.Phone, "complaint", "4111 11** **** 1111"), desk.Agent)).Code);
    }

    [Theory, EachDatabase]
    public async Task A_case_is_continued_by_those_who_see_it_and_by_whoever_has_its_customer(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var ours = await desk.Must(new StartContact(Channel.Phone, "complaint", "FV-1"), desk.Agent);
        await desk.Must(new StartContact(Channel.Phone, "complaint"), desk.Agent);
        await using var db = desk.Centre.OpenDb();
        var numbers = await db.Set<CaseRow>().OrderBy(row => row.Number).Select(row => row.Number).ToListAsync();
        var stranger = await desk.PersonAsync("Sid Stranger", Role.Agent);

        Assert.Equal(("case.of-whom", "Reference"), Wrong(await Start(stranger, numbers[0])));
        Assert.Equal(("case.anothers", "CaseNumber"), Wrong(await Start(stranger, numbers[0], "FV-2")));
        Assert.Equal(("case.not-open", "CaseNumber"), Wrong(await Start(stranger, numbers[1])));
        Assert.True((await Start(stranger, numbers[0], "fv-1")).Allowed);
        Assert.True((await Start(desk.Agent, numbers[0])).Allowed);
        Assert.True((await Start(desk.Agent, numbers[1])).Allowed);
        Assert.NotNull(await db.Set<HandlingRow>().SingleAsync(row => row.Contact == ours));

        Task<Model.Outcome<ContactId>> Start(Actor who, int number, string? reference = null) =>
            desk.Centre.DoAsync(new StartContact(Channel.Phone, "complaint", reference, number), who);
    }

    /// <summary>£50 a contact for an agent, £100 for each customer in 30 days.</summary>
    private static async Task<DeskCentre> BoundedAsync(Database database)
    {
        var desk = await DeskCentre.OpenAsync(database);
        desk.Centre.Time.Advance(TimeSpan.FromMinutes(1));
        await desk.Must(new SetLimit("goodwill", Role.Agent, null) { PerContactPence = 5000, PerCustomerPence = 10000, PerCustomerDays = 30 },
            desk.Manager);
        return desk;
    }

    /// <summary>The same £100 for each customer as an agent's, with more a contact.</summary>
    private static async Task BoundSeniorsAsync(DeskCentre desk, long perContactPence) =>
        await desk.Must(new SetLimit("goodwill", Role.SeniorAgent, null)
        { PerContactPence = perContactPence, PerCustomerPence = 10000, PerCustomerDays = 30 }, desk.Manager);

    private static (string, string?) Wrong<T>(Model.Outcome<T> outcome) => (outcome.Refusals[0].Code, outcome.Refusals[0].Field);

    private static async Task<string[]> DecisionsAsync(DeskCentre desk, ContactId contact) =>
        [.. (await desk.FactsAsync(contact.Value)).Where(name => name.StartsWith("decision.", StringComparison.Ordinal))];
}
