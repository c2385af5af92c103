using Answerable.App.Authority;
using Answerable.App.Conduct;
using Answerable.App.Journal;
using Answerable.App.People;
using Answerable.App.Procedures;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Conduct;

/// <summary>A centre whose agents may give £50 goodwill, senior agents £75, team leaders £250, with the people for it and a procedure
/// published.</summary>
internal sealed class DeskCentre : IAsyncDisposable
{
    public static readonly Chart Goodwill = new(
    [
        new Step("n1", "Take the account")
        {
            Strictness = Strictness.Strict,
            Guideline = new Guideline { Approach = "Ask for the account and the address.", MustSay = "Calls are recorded." },
            Fields = [new Field("account", "Account", FieldType.Text, Required: true), new Field("address", "Address", FieldType.Text)
                { Personal = true }],
        },
        new Decision("n2", "At fault") { Question = "Did we get it wrong?", Answers = [new Answer("a1", "Yes"), new Answer("a2", "No", "n5")] },
        new Step("n3", "Give goodwill")
        {
            Guideline = new Guideline { Approach = "Offer what is fair." },
            Fields = [new Field("amount", "Amount", FieldType.Money, Required: true)],
            Authority = new AuthorityDemand("goodwill", "amount"),
            Referral = new ReferralPoint(Role.SeniorAgent, 10, "Over the limit.", "I am asking a colleague who can decide this."),
        },
        new Ending("n4", "Settled", Resolved: true) { AfterContact = "Send the letter." },
        new Ending("n5", "Explained", Resolved: false),
    ])
    { KeysGiven = 5 };

    /// <summary>Words that must be said, and an amount, at one step.</summary>
    public static readonly Chart Refund = new(
    [
        new Step("n1", "Give the refund")
        {
            Guideline = new Guideline { Approach = "Say what happens next.", MustSay = "It takes five working days." },
            Fields = [new Field("amount", "Amount", FieldType.Money, Required: true)],
            Authority = new AuthorityDemand("goodwill", "amount"),
            Referral = new ReferralPoint(Role.SeniorAgent, 10, "Over the limit.", "I am asking a colleague who can decide this."),
        },
        new Ending("n2", "Settled", Resolved: true),
    ])
    { KeysGiven = 2 };

    private DeskCentre(TestCentre centre) => Centre = centre;

    public TestCentre Centre { get; }
    public Actor Agent { get; private set; } = null!;
    public Actor Other { get; private set; } = null!;
    public Actor Senior { get; private set; } = null!;
    public Actor Leader { get; private set; } = null!;
    public Actor Manager { get; private set; } = null!;
    public TeamId Team { get; private set; }

    public static async Task<DeskCentre> OpenAsync(Database database, DateTimeOffset? at = null, App.Centre.ChangeCentre? place = null)
    {
        var desk = new DeskCentre(await TestCentre.OpenAsync(database));
        desk.Centre.Time.Set(at ?? desk.Centre.Time.GetUtcNow());
        if (place is not null)
            await desk.Must(place, Actor.System);
        desk.Team = (await desk.Centre.DoAsync(new FormTeam("Billing"))).Value;
        desk.Agent = await desk.PersonAsync("Ama Agent", Role.Agent);
        desk.Other = await desk.PersonAsync("Olu Other", Role.Agent);
        desk.Senior = await desk.PersonAsync("Sena Senior", Role.SeniorAgent);
        desk.Leader = await desk.PersonAsync("Lena Leader", Role.TeamLeader);
        desk.Manager = await desk.PersonAsync("Mina Manager", Role.Manager);
        await desk.Must(new DefineDecisionKind("goodwill", "Goodwill", true), desk.Manager);
        foreach (var (role, pence) in new[] { (Role.Agent, 5000L), (Role.SeniorAgent, 7500L), (Role.TeamLeader, 25000L), (Role.Manager, 500000L) })
            await desk.Must(new SetLimit("goodwill", role, null) { PerContactPence = pence, PerCasePence = pence }, Actor.System);
        await desk.Must(new DefineContactType(new ContactType("complaint", "Complaint", Routine: true)), Actor.System);
        var procedure = await desk.Must(new DraftProcedure("complaint", Goodwill), Actor.System);
        await desk.Must(new PublishVersion(procedure, 1, 1), Actor.System);
        return desk;
    }

    public async Task<Actor> PersonAsync(string name, Role role, Presence presence = Presence.Ready, TeamId? team = null)
    {
        var invited = await Must(new InvitePerson(name, $"{name.Replace(' ', '.')}@test.example", [role], team ?? Team), Actor.System);
        var actor = Actor.Of(invited.Person, name, [role], team ?? Team);
        await Must(new ChangePresence(presence), actor);
        return actor;
    }

    public async Task<TResult> Must<TResult>(App.Acts.IAct<TResult> act, Actor who)
    {
        var outcome = await Centre.DoAsync(act, who);
        Assert.True(outcome.Allowed, string.Join(" ", outcome.Refusals));
        return outcome.Value;
    }

    public async Task<Refusal> Refused<TResult>(App.Acts.IAct<TResult> act, Actor who)
    {
        var outcome = await Centre.DoAsync(act, who);
        Assert.False(outcome.Allowed);
        return outcome.Refusals[0];
    }

    public async Task<TResult> Look<TResult>(App.Acts.IReading<TResult> reading, Actor who)
    {
        var outcome = await Centre.AskAsync(reading, who);
        Assert.True(outcome.Allowed, string.Join(" ", outcome.Refusals));
        return outcome.Value;
    }

    public Task<DeskContact.View> LookAsync(ContactId contact, Actor? who = null) => Look(new DeskContact(contact), who ?? Agent);

    /// <summary>A contact led as far as the step where goodwill is decided.</summary>
    public async Task<ContactId> AtGoodwillAsync(Actor? who = null, int? inCase = null, string? reference = null, string type = "complaint")
    {
        var by = who ?? Agent;
        var contact = await Must(new StartContact(Channel.Phone, type, reference, inCase), by);
        await Must(new DoStep(contact, "n1", await TurnAsync(contact), new Dictionary<string, string> { ["account"] = "77" }, Said: true), by);
        await Must(new AnswerDecision(contact, "n2", await TurnAsync(contact), "a1"), by);
        return contact;
    }

    /// <summary>Decides an amount there, whatever comes of it.</summary>
    public async Task<Outcome<Done>> GiveAsync(ContactId contact, string pounds, Actor? who = null) => await Centre.DoAsync(
        new DoStep(contact, "n3", await TurnAsync(contact), new Dictionary<string, string> { ["amount"] = pounds },
            Reason: "They waited three weeks."), who ?? Agent);

    public async Task<ReferralRow> ReferredAsync(ContactId contact, string pounds, Actor? who = null)
    {
        Assert.True((await GiveAsync(contact, pounds, who)).Allowed);
        await using var db = Centre.OpenDb();
        return await db.Set<ReferralRow>().Where(row => row.Contact == contact).OrderByDescending(row => row.OpenedAt).ThenByDescending(row => row.Id)
            .FirstAsync();
    }

    public async Task<int> TurnAsync(ContactId contact) => (await WalkAsync(contact)).Turn;

    public async Task<Walk> WalkAsync(ContactId contact)
    {
        await using var db = Centre.OpenDb();
        return WalkJson.Read(await db.Set<WalkRow>().Where(row => row.Contact == contact).OrderByDescending(row => row.BegunAt)
            .Select(row => row.State).FirstAsync());
    }

    public async Task<IReadOnlyList<string>> FactsAsync(Guid subject)
    {
        await using var db = Centre.OpenDb();
        return await db.Set<JournalRow>().Where(row => row.Subject == subject).OrderBy(row => row.Number).Select(row => row.Name).ToListAsync();
    }

    public ValueTask DisposeAsync() => Centre.DisposeAsync();
}
