using Answerable.App.Authority;
using Answerable.App.Conduct;
using Answerable.App.Procedures;
using Answerable.DatabaseTests.Web;
using Answerable.Model.Authority;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Conduct;

/// <summary>The desk is read whole at every step of every contact: it may ask the database little.</summary>
public sealed class DeskQuestionsTests
{
    private const int Most = 10;

    [Theory, EachDatabase]
    public async Task The_desk_with_a_contact_in_hand_asks_the_database_at_most_ten_questions(Database database)
    {
        await using var kept = await TestDatabase.MigratedAsync(database);
        await using var centre = new WebCentre(kept);
        centre.Server.PreserveExecutionContext = true;
        var client = await centre.SignedInAsync(Role.Agent);
        await centre.SignedInAsync(Role.SeniorAgent);
        var contact = await ReferredAsync(centre);
        await client.GetStringAsync($"/desk/{contact}");

        // Every few seconds a session and the centre's settings are looked at afresh, which is no part of the page.
        var questions = new List<IReadOnlyCollection<string>>();
        for (var read = 0; read < 5 && (questions.Count == 0 || questions[^1].Count > Most); read++)
            questions.Add(await QuestionsAsync(client, contact));
        Assert.NotEmpty(questions[^1]);
        Assert.True(questions[^1].Count <= Most, $"{questions[^1].Count} questions:\n{string.Join("\n\n", questions[^1])}");
    }

    private static async Task<IReadOnlyCollection<string>> QuestionsAsync(HttpClient client, ContactId contact)
    {
        using var commands = CountedCommands.Begin();
        var page = await client.GetStringAsync($"/desk/{contact}");
        Assert.Contains("Give goodwill", page, StringComparison.Ordinal);
        Assert.Contains("60.00</strong>", page, StringComparison.Ordinal);
        Assert.Contains("They waited three weeks.", page, StringComparison.Ordinal);
        Assert.Contains("CUST-1", page, StringComparison.Ordinal);
        return commands.Texts;
    }

    /// <summary>All that a desk can show: a step with authority, a customer with an earlier contact, a note, a referral that waits.</summary>
    private static async Task<ContactId> ReferredAsync(WebCentre centre)
    {
        var agent = await WhoAsync(centre, Role.Agent);
        async Task Done<TResult>(App.Acts.IAct<TResult> act, Actor? who = null) =>
            Assert.Empty((await centre.Dispatcher.DoAsync(act, who ?? agent)).Refusals.Select(refusal => refusal.Text));
        await Done(new DefineDecisionKind("goodwill", "Goodwill", true), Actor.System);
        foreach (var (role, pence) in new[] { (Role.Agent, 5000L), (Role.SeniorAgent, 7500L), (Role.TeamLeader, 25000L), (Role.Manager, 500000L) })
            await Done(new SetLimit("goodwill", role, null) { PerContactPence = pence, PerCasePence = pence }, Actor.System);
        await Done(new DefineContactType(new ContactType("complaint", "Complaint", Routine: true)), Actor.System);
        await Done(new PublishVersion((await centre.Dispatcher.DoAsync(new DraftProcedure("complaint", DeskCentre.Goodwill), Actor.System)).Value, 1,
            1), Actor.System);
        var earlier = (await centre.Dispatcher.DoAsync(new StartContact(Channel.Phone, "complaint", "CUST-1", null), agent)).Value;
        var contact = (await centre.Dispatcher.DoAsync(new StartContact(Channel.Phone, "complaint", "CUST-1", null), agent)).Value;
        Assert.NotEqual(earlier, contact);
        await Done(new DoStep(contact, "n1", 0, new Dictionary<string, string> { ["account"] = "77", ["address"] = "1 High Street" }, Said: true));
        await Done(new AnswerDecision(contact, "n2", 1, "a1"));
        await Done(new MakeNote(contact, "They waited three weeks."));
        await Done(new DoStep(contact, "n3", await TurnAsync(centre, contact), new Dictionary<string, string> { ["amount"] = "60.00" }));
        return contact;
    }

    private static async Task<int> TurnAsync(WebCentre centre, ContactId contact)
    {
        await using var db = Open(centre);
        return Model.Conduct.WalkJson.Read(await db.Set<WalkRow>().Where(row => row.Contact == contact).Select(row => row.State).SingleAsync()).Turn;
    }

    private static async Task<Actor> WhoAsync(WebCentre centre, Role role)
    {
        await using var db = Open(centre);
        var name = $"The {role.Words()}";
        var person = await db.Set<App.People.PersonRow>().SingleAsync(row => row.Name == name);
        return Actor.Of(person.Id, name, [role], null);
    }

    private static App.Storage.AnswerableDb Open(WebCentre centre) =>
        centre.Services.GetRequiredService<IDbContextFactory<App.Storage.AnswerableDb>>().CreateDbContext();
}
