using Answerable.App.Conduct;
using Answerable.App.Contacts;
using Answerable.App.Journal;
using Answerable.App.Privacy;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.DatabaseTests.Conduct;

public sealed class DeskTests
{
    [Theory, EachDatabase]
    public async Task A_contact_walked_to_its_outcome_leaves_the_facts_and_the_figures_of_real_clicks(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync(reference: "AC 77");
        desk.Centre.Time.Pass(TimeSpan.FromSeconds(20));
        await desk.Must(new HoldContact(contact), desk.Agent);
        desk.Centre.Time.Pass(TimeSpan.FromSeconds(30));
        await desk.Must(new RetrieveContact(contact), desk.Agent);
        desk.Centre.Time.Pass(TimeSpan.FromSeconds(10));
        Assert.True((await desk.GiveAsync(contact, "12.50")).Allowed);
        await desk.Must(new EndContact(contact), desk.Agent);
        desk.Centre.Time.Pass(TimeSpan.FromSeconds(40));
        await desk.Must(new FinishWrap(contact), desk.Agent);

        Assert.Equal(
            ["contact.arrived", "contact.answered", "contact.typed", "contact.guided", "contact.held", "contact.retrieved", "decision.taken",
                "contact.ended", "contact.resolved", "contact.wrapped"],
            await desk.FactsAsync(contact.Value));
        await using var db = desk.Centre.OpenDb();
        var figures = (await db.Set<ContactRow>().SingleAsync(row => row.Id == contact)).Contact();
        Assert.Equal((ContactState.Handled, 30_000L, 30_000L, 40_000L, true),
            (figures.State, figures.TalkMs, figures.HoldMs, figures.WrapMs, figures.Resolved));
        Assert.Equal(30_000, (await desk.WalkAsync(contact)).Trail[^1].Ms);
        Assert.Equal(Presence.Ready, (await desk.Look(new DeskQueue(), desk.Agent)).Presence);
        Assert.True((await desk.Centre.AskAsync(new JournalVerification())).Value.Sound);
    }

    [Theory, EachDatabase]
    public async Task The_journal_folded_gives_the_very_walk_the_row_holds(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync();
        desk.Centre.Time.Pass(TimeSpan.FromTicks(12_345_678));
        await desk.Must(new MakeNote(contact, "Called twice before."), desk.Agent);
        await desk.Must(new GoBack(contact, "n3", await desk.TurnAsync(contact)), desk.Agent);
        await desk.Must(new AnswerDecision(contact, "n2", await desk.TurnAsync(contact), "a1"), desk.Agent);
        await desk.ReferredAsync(contact, "60");
        await desk.Must(new LeaveWalk(contact), desk.Agent);

        await using var db = desk.Centre.OpenDb();
        var row = await db.Set<WalkRow>().SingleAsync(walk => walk.Contact == contact);
        var entries = await db.Set<JournalRow>().Where(entry => entry.Subject == row.Id.Value).OrderBy(entry => entry.Number).ToListAsync();
        Assert.Equal(row.State, WalkJson.Write(WalkFold.Of(entries.Select(entry => entry.Entry()))!));
    }

    [Theory, EachDatabase]
    public async Task What_one_agent_left_another_resumes_with_nothing_lost(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync(reference: "AC 77");
        await desk.Must(new MakeNote(contact, "Prefers letters."), desk.Agent);
        await desk.Must(new LeaveWalk(contact), desk.Agent);
        Assert.Equal(Presence.Ready, (await desk.Look(new DeskQueue(), desk.Agent)).Presence);
        Assert.Equal(contact, Assert.Single((await desk.Look(new DeskQueue(), desk.Other)).Left).Contact);

        Assert.True(await desk.Look(new DeskHands(contact), desk.Agent) is { Mine: true, Left: true, Closed: false });
        await desk.Must(new ResumeWalk(contact), desk.Other);
        Assert.True(await desk.Look(new DeskHands(contact), desk.Agent) is { Mine: false, Left: false, Closed: false });
        var view = await desk.LookAsync(contact, desk.Other);
        Assert.True(view.Mine);
        Assert.Equal("n3", view.Walk!.Offer.Node.Key);
        Assert.Equal(["Take the account", "At fault"], view.Story.Trail.Select(line => line.Title));
        Assert.Equal("77", Assert.Single(view.Story.Known).Value);
        Assert.Equal(("Prefers letters.", "Ama Agent"), (view.Story.Notes[0].Text, view.Story.Notes[0].By));
        Assert.Equal("AC 77", view.Customer!.Reference);
        Assert.StartsWith("Olu Other has this contact now", (await desk.Refused(new MakeNote(contact, "Late"), desk.Agent)).Text,
            StringComparison.Ordinal);
        Assert.True((await desk.GiveAsync(contact, "10", desk.Other)).Allowed);
    }

    [Theory, EachDatabase]
    public async Task A_page_made_for_an_earlier_place_is_told_so_and_changes_nothing(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync();
        var stale = await desk.TurnAsync(contact) - 1;
        Assert.Equal("changed-meanwhile", (await desk.Refused(new AnswerDecision(contact, "n2", stale, "a2"), desk.Agent)).Code);
        Assert.Equal("n3", (await desk.WalkAsync(contact)).At);
    }

    [Theory, EachDatabase]
    public async Task A_waiting_contact_taken_by_two_is_the_firsts_and_the_second_is_told_whose(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = App.Ids.New<ContactId>();
        await desk.Centre.Writer.AppendAsync(
            [Entry.Of(new ContactArrived(Channel.Phone, "billing", "complaint"), desk.Centre.Time.GetUtcNow(), FactKind.Live, "api:switch", "1",
            contact.Value, null)]);
        Assert.Equal(contact, Assert.Single((await desk.Look(new DeskQueue(), desk.Agent)).Waiting).Contact);
        desk.Centre.Time.Pass(TimeSpan.FromSeconds(9));

        var both = await Task.WhenAll(desk.Centre.DoAsync(new TakeContact(contact), desk.Agent),
            desk.Centre.DoAsync(new TakeContact(contact), desk.Other));
        // Either may be the first.
        var first = both[0].Allowed ? desk.Agent : desk.Other;
        Assert.Equal($"{first.Name} took this contact a moment before you. Take the next one.",
            Assert.Single(both.SelectMany(outcome => outcome.Refusals)).Text);
        Assert.Equal("n1", (await desk.WalkAsync(contact)).At);
        await using var db = desk.Centre.OpenDb();
        Assert.Equal(9000, (await db.Set<ContactRow>().SingleAsync(row => row.Id == contact)).WaitMs);
    }

    [Theory, EachDatabase]
    public async Task Who_comes_too_late_to_what_was_left_for_anybody_is_told_whose_it_is_a_while_and_then_that_it_is_a_colleagues(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        foreach (var type in new[] { "complaint", null })
        {
            var contact = await desk.Must(new StartContact(Channel.Phone, type), desk.Senior);
            await desk.Must(new LeaveWalk(contact), desk.Senior);
            await desk.Must(new ResumeWalk(contact), desk.Agent);
            foreach (var act in new App.Acts.IAct<Model.Done>[] { new ResumeWalk(contact), new HoldContact(contact) })
                Assert.StartsWith("Ama Agent ", (await desk.Refused(act, desk.Other)).Text, StringComparison.Ordinal);
            Assert.Equal("Ama Agent took this contact a moment before you. Take the next one.",
                (await desk.Refused(new ResumeWalk(contact), desk.Other)).Text);
            desk.Centre.Time.Pass(TimeSpan.FromMinutes(11));
            Assert.Equal("A colleague took this contact a moment before you. Take the next one.",
                (await desk.Refused(new ResumeWalk(contact), desk.Other)).Text);
            // Whoever had it is told as ever.
            Assert.StartsWith("Ama Agent took", (await desk.Refused(new ResumeWalk(contact), desk.Senior)).Text, StringComparison.Ordinal);
        }
    }

    [Theory, EachDatabase]
    public async Task Of_a_contact_that_never_lay_open_to_one_nothing_is_told_whatever_one_does_with_it(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync();
        foreach (var closed in new[] { false, true })
        {
            foreach (var act in new App.Acts.IAct<Model.Done>[]
                { new ResumeWalk(contact), new HoldContact(contact), new MakeNote(contact, "Mine?"), new GoBack(contact, "n3", 1) })
                Assert.Equal("not-found", (await desk.Refused(act, desk.Other)).Code);
            Assert.Equal("not-found", (await desk.Refused(new TakeContact(contact), desk.Other)).Code);
            Assert.Equal("contact.taken", (await desk.Refused(new TakeContact(contact), desk.Leader)).Code);
            if (!closed)
                await desk.Must(new FinishWrap(contact, BreakOffReason.CustomerLeft), desk.Agent);
        }
    }

    [Theory, EachDatabase]
    public async Task A_card_number_is_kept_nowhere_and_personal_words_not_in_the_journal(Database database)
    {
        const string Card = "4111 1111 1111 1111";
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.Must(new StartContact(Channel.Phone, "complaint", "AC 77"), desk.Agent);
        await desk.Must(new DoStep(contact, "n1", await desk.TurnAsync(contact), new Dictionary<string, string>
        { ["account"] = Card, ["address"] = "12 Elm Row" }, Said: true), desk.Agent);
        await desk.Must(new MakeNote(contact, $"Paid with {Card}, cvv 123"), desk.Agent);
        Assert.Equal("customer.card", (await desk.Refused(new RecordCustomer(contact, Card), desk.Agent)).Code);

        var view = await desk.LookAsync(contact);
        Assert.Equal("Paid with 4111 11** **** 1111, cvv ***", view.Story.Notes[0].Text);
        Assert.Equal(["4111 11** **** 1111", "12 Elm Row"], view.Story.Known.Select(known => known.Value));
        await using var db = desk.Centre.OpenDb();
        var journal = string.Concat(await db.Set<JournalRow>().Select(row => row.Body).ToListAsync());
        var states = string.Concat(await db.Set<WalkRow>().Select(row => row.State).ToListAsync());
        foreach (var word in new[] { "1111 1111", "4111 11", "Elm Row", "Paid with", "AC 77" })
            Assert.DoesNotContain(word, journal + states, StringComparison.Ordinal);

        await desk.Must(new EraseCustomer("AC 77", "Their request"), Actor.System);
        var erased = await desk.LookAsync(contact);
        Assert.Null(erased.Story.Notes[0].Text);
        Assert.Null(erased.Story.Known[1].Value);
    }

    /// <summary>What was written before is gone for everybody; what is written from then on can be erased in its turn.</summary>
    [Theory, EachDatabase]
    public async Task A_contact_open_at_an_erasure_goes_on_at_the_desk_with_its_notes_and_referral_as_somebody_new(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync(reference: "AC 77");
        await desk.Must(new MakeNote(contact, "Said before."), desk.Agent);
        var referral = await desk.ReferredAsync(contact, "60");
        await desk.Must(new EraseCustomer("AC 77", "Their request"), Actor.System);

        await desk.Must(new AcceptReferral(referral.Id), desk.Senior);
        var seen = await desk.Look(new ReferralRecord(referral.Id), desk.Senior);
        Assert.Null(seen.Words);
        Assert.Null(Assert.Single(seen.Story.Notes).Text);
        Assert.Equal("AC 77", seen.Customer!.Reference);
        await desk.Must(new DecideReferral(referral.Id, Approve: true, "Fair."), desk.Senior);
        desk.Centre.Time.Advance(TimeSpan.FromMinutes(1));
        await desk.Must(new MakeNote(contact, "Said after."), desk.Agent);
        var view = await desk.LookAsync(contact);
        Assert.Equal(["Said after.", null], view.Story.Notes.Select(note => note.Text));
        Assert.Equal("Fair.", view.Referral!.Answer);

        await desk.Must(new EraseCustomer("AC 77", "Their second request"), Actor.System);
        view = await desk.LookAsync(contact);
        Assert.Equal([null, null], view.Story.Notes.Select(note => note.Text));
        Assert.Null(view.Referral!.Answer);
    }

    /// <summary>Left for later it is in nobody's hand: the request is done with, and whoever resumes it sees that the customer was erased.</summary>
    [Theory, EachDatabase]
    public async Task A_contact_left_at_an_erasure_goes_on_without_a_customer_who_can_be_named_anew(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync(reference: "AC 77");
        await desk.Must(new LeaveWalk(contact), desk.Agent);
        desk.Centre.Time.Advance(TimeSpan.FromMinutes(1));
        var erasure = await desk.Must(new EraseCustomer("AC 77", "Their request"), Actor.System);
        Assert.Equal((0, 1), (erasure.InHand.Count, erasure.Without));
        Assert.Equal("customer.unknown", (await desk.Centre.DoAsync(new EraseCustomer("AC 77", "Again"))).Refusals[0].Code);
        var facts = await desk.FactsAsync(contact.Value);
        Assert.Equal(["contact.customer-erased"], facts.Where(fact => fact.StartsWith("contact.customer-erased", StringComparison.Ordinal)));

        var (erasedAt, resumed) = (desk.Centre.Time.GetUtcNow(), TimeSpan.FromMinutes(1));
        desk.Centre.Time.Advance(resumed);
        await desk.Must(new ResumeWalk(contact), desk.Senior);
        var view = await desk.Look(new DeskContact(contact), desk.Senior);
        Assert.Equal((null, erasedAt), (view.Customer, view.ErasedAt));
        await desk.Must(new MakeNote(contact, "Said after."), desk.Senior);
        await desk.Must(new RecordCustomer(contact, "AC 77"), desk.Senior);
        view = await desk.Look(new DeskContact(contact), desk.Senior);
        Assert.Equal(("AC 77", null), (view.Customer!.Reference, view.ErasedAt));
        Assert.Equal("Said after.", view.Story.Notes[0].Text);
        Assert.Equal([contact], (await desk.Centre.AskAsync(new ErasureForeseen("AC 77"))).Value.InHand);
    }

    [Theory, EachDatabase]
    public async Task A_contact_that_waited_at_an_erasure_is_taken_without_a_customer(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var customer = (await desk.Centre.DoAsync(new KnowCustomers(["AC 77"]))).Value["AC 77"];
        var contact = App.Ids.New<ContactId>();
        await desk.Centre.Writer.AppendAsync([Entry.Of(new ContactArrived(Channel.Phone, "general", null, customer), desk.Centre.Time.GetUtcNow(),
            FactKind.Live, "test", "1", contact.Value, null)]);
        await desk.Must(new EraseCustomer("AC 77", "Their request"), Actor.System);
        await desk.Must(new TakeContact(contact), desk.Agent);
        await desk.Must(new MakeNote(contact, "Said after."), desk.Agent);
        var view = await desk.LookAsync(contact);
        Assert.Equal((null, "Said after."), (view.Customer, view.Story.Notes[0].Text));
        Assert.NotNull(view.ErasedAt);
    }

    [Theory, EachDatabase]
    public async Task A_second_contact_of_the_case_is_not_asked_what_the_first_noted(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var first = await desk.AtGoodwillAsync();
        var second = await desk.Must(new StartContact(Channel.Phone, "complaint", null, (await desk.LookAsync(first)).Case), desk.Agent);
        var view = await desk.LookAsync(second);
        Assert.Equal("account", Assert.Single(view.Walk!.Offer.Known).Field);
        Assert.Equal("77", Assert.Single(view.Story.Known).Value);
    }

    [Theory, EachDatabase]
    public async Task A_contact_that_ends_before_its_outcome_says_why_and_one_no_procedure_guides_says_whether_it_is_settled(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var dropped = await desk.AtGoodwillAsync();
        Assert.Equal("walk.no-outcome", (await desk.Refused(new FinishWrap(dropped), desk.Agent)).Code);
        await desk.Must(new FinishWrap(dropped, BreakOffReason.ContactLost), desk.Agent);
        Assert.True((await desk.WalkAsync(dropped)).End!.BrokenOff);

        var free = await desk.Must(new StartContact(Channel.Email), desk.Agent);
        await desk.Must(new MakeNote(free, "About the fair."), desk.Agent);
        Assert.Equal("contact.no-outcome", (await desk.Refused(new FinishWrap(free), desk.Agent)).Code);
        await desk.Must(new FinishWrap(free, Resolved: true), desk.Agent);
        Assert.Contains("contact.wrapped", await desk.FactsAsync(free.Value));
        Assert.Equal("contact-type.unknown", (await desk.Refused(new StartContact(Channel.Phone, "no-such-type"), desk.Agent)).Code);
    }

    [Theory, EachDatabase]
    public async Task Choosing_another_type_ends_the_first_walk_as_such_and_begins_the_right_one(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        await desk.Must(new App.Procedures.DefineContactType(new Model.Procedures.ContactType("praise", "Praise", Routine: false)), Actor.System);
        var contact = await desk.AtGoodwillAsync();
        await desk.Must(new ChooseType(contact, "praise"), desk.Agent);
        Assert.Equal(BreakOffReason.OtherMatter.Words(), (await desk.WalkAsync(contact)).End!.Ending);
        Assert.Null((await desk.LookAsync(contact)).Walk);
    }

    [Theory, EachDatabase]
    public async Task Of_many_notes_the_latest_fifty_stand_at_the_desk_with_how_many_there_are_and_all_of_them_a_page_away(Database database)
    {
        await using var desk = await DeskCentre.OpenAsync(database);
        var contact = await desk.AtGoodwillAsync();
        for (var number = 1; number <= 53; number++)
        {
            desk.Centre.Time.Pass(TimeSpan.FromSeconds(1));
            await desk.Must(new MakeNote(contact, $"Note {number}"), desk.Agent);
        }
        var story = (await desk.LookAsync(contact)).Story;
        Assert.Equal((50, 53, "Note 53"), (story.Notes.Count, story.NotesInAll, story.Notes[0].Text));
        var first = await desk.Look(new ContactNotes(contact), desk.Agent);
        var last = await desk.Look(new ContactNotes(contact, 2), desk.Agent);
        Assert.Equal((53, 2, 50), (first.InAll, first.Pages, first.Notes.Count));
        Assert.Equal(["Note 3", "Note 2", "Note 1"], last.Notes.Select(note => note.Text));
        Assert.Equal(("Ama Agent", "Give goodwill"), (last.Notes[0].By, last.Notes[0].Step));
        Assert.Equal(last.Notes, (await desk.Look(new ContactNotes(contact, 9), desk.Agent)).Notes);
        Assert.Equal("not-found", (await desk.Centre.AskAsync(new ContactNotes(contact), desk.Other)).Refusals[0].Code);
    }
}
