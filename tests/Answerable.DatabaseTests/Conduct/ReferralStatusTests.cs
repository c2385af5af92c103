using Answerable.App.Conduct;
using Answerable.App.Procedures;
using Answerable.DatabaseTests.Web;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Answerable.Web.Conduct;

namespace Answerable.DatabaseTests.Conduct;

/// <summary>What the desk says of a referral while it waits and once it is answered.</summary>
public sealed class ReferralStatusTests(OneCentre one) : IClassFixture<OneCentre>
{
    [Theory, EachDatabase]
    public async Task One_whose_authority_does_not_reach_is_told_whose_it_is_and_offered_nothing_that_would_be_refused(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var referral = await desk.ReferredAsync(await desk.AtGoodwillAsync(), "60");
        await desk.Must(new AcceptReferral(referral.Id), desk.Senior);
        await desk.Must(new PassReferralOn(referral.Id, "More than I should say."), desk.Senior);
        await desk.Must(new App.Authority.SetLimit("goodwill", Role.SeniorAgent, null) { PerContactPence = 5000 }, desk.Manager);
        var seen = await ActsAsync(desk.Senior);
        Assert.Contains("This one is for a team leader. Lena Leader has it.", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Accept this referral", seen, StringComparison.Ordinal);
        Assert.Contains("Accept this referral", await ActsAsync(desk.Leader), StringComparison.Ordinal);

        async Task<string> ActsAsync(Actor who) => Rendered.Words(await Rendered.OfAsync<ReferralActs>(one.Web.Services,
            new() { ["Record"] = await desk.Look(new ReferralRecord(referral.Id), who), ["Refusals"] = Array.Empty<Model.Refusal>() }));
    }

    [Theory, EachDatabase]
    public async Task An_amount_asked_for_is_said_as_asked_as_looked_at_and_as_approved(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync();
        Assert.Equal("", await WordsAsync(desk, contact));
        var referral = await desk.ReferredAsync(contact, "60");
        var asked = await WordsAsync(desk, contact);
        Assert.Contains("You asked for £60.00. Sena Senior has been asked.", asked, StringComparison.Ordinal);
        Assert.Contains("Tell the customer: “I am asking a colleague who can decide this.”", asked, StringComparison.Ordinal);
        Assert.Contains("Meanwhile you may note, hold or go back, or decide an amount within your own limit.", asked,
            StringComparison.Ordinal);
        await desk.Must(new AcceptReferral(referral.Id), desk.Senior);
        Assert.Contains("You asked for £60.00. Sena Senior has it and is looking at it.", await WordsAsync(desk, contact), StringComparison.Ordinal);
        await desk.Must(new DecideReferral(referral.Id, true, "Fair enough.", 5500), desk.Senior);
        Assert.Equal("Sena Senior approved £55.00. Fair enough.", await WordsAsync(desk, contact));
    }

    [Theory, EachDatabase]
    public async Task A_refusal_says_what_may_be_done_instead(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync();
        var referral = await desk.ReferredAsync(contact, "60");
        await desk.Must(new AcceptReferral(referral.Id), desk.Senior);
        await desk.Must(new DecideReferral(referral.Id, false, "Not for a first call.", null), desk.Senior);
        Assert.Equal("Sena Senior did not approve £60.00. Not for a first call. You may decide an amount within your own limit, leave the step "
            + "out or go back. Ask again only with what has changed since.", await WordsAsync(desk, contact));
    }

    /// <summary>A strict step is not left out before it was answered: while it waits that is not advised, and once it is refused it may be.</summary>
    [Theory, EachDatabase]
    public async Task Of_a_strict_step_only_what_may_indeed_be_done_is_advised(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var strict = new Chart([.. DeskCentre.Goodwill.Nodes.Select(node => node is Step { Key: "n3" } step
            ? step with { Strictness = Strictness.Strict } : node)])
        { KeysGiven = DeskCentre.Goodwill.KeysGiven };
        await desk.Must(new DefineContactType(new ContactType("strict", "Strict", Routine: true)), Actor.System);
        var procedure = await desk.Must(new DraftProcedure("strict", strict), Actor.System);
        await desk.Must(new PublishVersion(procedure, 1, 1), Actor.System);
        var contact = await desk.AtGoodwillAsync(type: "strict");
        Assert.False((await desk.LookAsync(contact)).Walk!.Offer.CanSkip);
        Assert.Equal("walk.strict-step", (await SkipAsync()).Refusals[0].Code);
        var referral = await desk.ReferredAsync(contact, "60");
        var asked = await WordsAsync(desk, contact);
        Assert.DoesNotContain("leave the step out", asked, StringComparison.Ordinal);
        await desk.Must(new AcceptReferral(referral.Id), desk.Senior);
        await desk.Must(new DecideReferral(referral.Id, false, "Not for a first call.", null), desk.Senior);
        Assert.Contains("leave the step out or go back.", await WordsAsync(desk, contact), StringComparison.Ordinal);
        Assert.True((await SkipAsync()).Allowed);

        async Task<Model.Outcome<Model.Done>> SkipAsync() => await desk.Centre.DoAsync(
            new SkipStep(contact, "n3", await desk.TurnAsync(contact), SkipReason.DoesNotApply), desk.Agent);
    }

    [Theory, EachDatabase]
    public async Task A_late_answer_is_said_to_be_late_by_how_much_and_what_can_be_done(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database, TimeProvider.System.GetUtcNow().AddMinutes(-22));
        var contact = await desk.AtGoodwillAsync();
        await desk.ReferredAsync(contact, "60");
        var words = await WordsAsync(desk, contact);
        Assert.Matches(@"promised by \d\d:\d\d, 1[12] min \d+ s late", words);
        Assert.Contains($"No answer has come in time. {Lateness.WayOn(ReferralMatter.Decision)}", words, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_whole_contact_put_to_somebody_leaves_one_free_to_go_on(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.Must(new StartContact(Channel.Phone), desk.Agent);
        await desk.Must(new ReferContact(contact, "They ask for a team leader.", Role.TeamLeader), desk.Agent);
        var words = await WordsAsync(desk, contact);
        Assert.Contains("You asked for somebody to take this over. Lena Leader has been asked.", words, StringComparison.Ordinal);
        Assert.Contains("Meanwhile you may note, hold or go back, or go on.", words, StringComparison.Ordinal);
    }

    private async Task<string> WordsAsync(DeskCentre desk, ContactId contact) => Rendered.Words(await Rendered.OfAsync<ReferralStatus>(
        one.Web.Services, new() { ["Contact"] = await desk.LookAsync(contact), ["Turn"] = 1 }));
}
