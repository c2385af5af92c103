using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using static Answerable.Tests.Authority.Limits;

namespace Answerable.Tests.Conduct;

/// <summary>What each move at the desk leaves behind: its facts, how the contact then stands, and what is done outside.</summary>
public sealed class DeskFactsTests
{
    private static readonly Guid Words = Guid.Parse("00000000-0000-0000-000b-000000000001");

    [Fact]
    public void Hold_end_and_close_are_kept_with_their_instants()
    {
        var desk = new AtDesk();
        desk.After(1).Must(new HandlingMove.Hold());
        Assert.Equal(Day.AddSeconds(1), desk.Handling.HeldAt);
        desk.After(1).Must(new HandlingMove.Retrieve());
        Assert.Null(desk.Handling.HeldAt);
        desk.Must(new HandlingMove.Hold());
        desk.After(1).Must(new HandlingMove.End());
        Assert.Equal((null, Day.AddSeconds(3)), (desk.Handling.HeldAt, desk.Handling.EndedAt));
        Assert.Equal(["contact.held", "walk.held", "contact.retrieved", "walk.retrieved", "contact.held", "walk.held", "contact.retrieved",
            "walk.retrieved", "contact.ended"], desk.Facts.Skip(5));
        Assert.Equal("The conversation has ended; nobody is there to hold.", desk.Take(new HandlingMove.Hold()).Refusals.Single().Text);
        Assert.Equal("The conversation has ended already.", desk.Take(new HandlingMove.End()).Refusals.Single().Text);
        desk.After(1).Must(new HandlingMove.Close(BreakOffReason.ServedOtherwise));
        Assert.Equal(Day.AddSeconds(4), desk.Handling.ClosedAt);
        Assert.Equal(["walk.broken-off", "contact.resolved", "contact.wrapped"], desk.Facts.Skip(14));
        Assert.Equal((true, 1), (desk.Folded!.Resolved, desk.Facts.Count(name => name == "contact.ended")));
    }

    [Fact]
    public void Closed_while_the_customer_is_still_there_it_ends_first()
    {
        var desk = new AtDesk(guided: false);
        desk.Must(new HandlingMove.Hold());
        var turn = desk.After(9).Must(new HandlingMove.Close(Resolved: false));
        Assert.Equal([new ContactRetrieved(), new ContactEnded(), new ContactResolved(false, "free"), new ContactWrapped()], FactsOf(turn));
        Assert.Equal((desk.Now, desk.Now, null), (desk.Handling.EndedAt, desk.Handling.ClosedAt, desk.Handling.HeldAt));
        Assert.Equal([new Command.Release(Person(1), Contact(1))], turn.Commands);
        Assert.Equal("This contact is closed.", desk.Take(new HandlingMove.Close(Resolved: true)).Refusals.Single().Text);
    }

    [Fact]
    public void A_walk_moved_twice_by_one_move_is_handed_on_once_as_it_then_stands()
    {
        var desk = new AtDesk();
        desk.Must(new HandlingMove.Hold());
        var walk = Assert.Single(desk.Must(new HandlingMove.Close(BreakOffReason.ContactLost)).Walks);
        Assert.Equal((false, true), (walk.Held, walk.End is not null));
    }

    [Fact]
    public void A_free_referral_that_still_waits_is_closed_with_its_contact()
    {
        var desk = new AtDesk(guided: false);
        desk.Must(new HandlingMove.Refer(Words));
        var closed = desk.Must(new HandlingMove.Close(Resolved: true)).Commands.OfType<Command.CloseReferral>().Single();
        Assert.Equal((desk.Handling.FreeReferral!.Value, "The contact was closed."), (closed.Id, closed.Why));
    }

    [Fact]
    public void What_stands_in_the_way_at_the_desk_is_said_with_what_to_do()
    {
        var desk = new AtDesk(guided: false);
        string Said(HandlingMove move) => desk.Take(move).Refusals.Single().Text;
        Assert.Equal("Choose what the contact is about.", Said(new HandlingMove.ChooseType("", null)));
        Assert.Equal("There is no such contact type here. Choose another.", Said(new HandlingMove.ChooseType("x", null)));
        Assert.Equal("Say whether the customer's matter is settled.", Said(new HandlingMove.Close()));
        Assert.Equal("Say in a few words why, so that the customer need not say it again.", Said(new HandlingMove.Refer(null)));
        Assert.Equal("The customer is not on hold.", Said(new HandlingMove.Retrieve()));
        desk.Must(new HandlingMove.Hold());
        Assert.Equal("The customer is already on hold.", Said(new HandlingMove.Hold()));
        var waiting = desk.Folded! with { AnsweredAt = null };
        Assert.Equal(["contact.gone", "contact.gone", "contact.taken"],
            new[] { waiting with { AbandonedAt = Day }, waiting with { Excluded = true }, desk.Folded! }.Select(contact =>
                Desk.Take(contact, Case(1), null, desk.Standing(AtDesk.Sena), Day).Refusals.Single().Code));
    }

    [Fact]
    public void At_an_outcome_a_reason_given_all_the_same_does_not_break_it_off()
    {
        var desk = new AtDesk();
        desk.Step("n1");
        desk.Step("n2");
        desk.Must(new HandlingMove.Close(BreakOffReason.CustomerLeft));
        Assert.Equal(("Settled", false, true), (desk.Walk!.End!.Ending, desk.Walk.End.BrokenOff, desk.Folded!.Resolved));
    }

    [Fact]
    public void Before_an_outcome_a_reason_breaks_it_off_though_the_conversation_was_over()
    {
        var desk = new AtDesk();
        desk.Must(new HandlingMove.End());
        Assert.Null(desk.Walk!.End);
        desk.Must(new HandlingMove.Close(BreakOffReason.CustomerLeft));
        Assert.Equal(("The customer ended it", true, false), (desk.Walk!.End!.Ending, desk.Walk.End.BrokenOff, desk.Folded!.Resolved));
    }

    [Fact]
    public void Served_freely_it_closes_only_once_it_is_said_whether_it_is_settled()
    {
        var desk = new AtDesk(guided: false);
        var refusal = desk.Take(new HandlingMove.Close(BreakOffReason.CustomerLeft)).Refusals.Single();
        Assert.Equal(("contact.no-outcome", "Resolved"), (refusal.Code, refusal.Field));
        Assert.Null(desk.Handling.ClosedAt);
    }

    [Fact]
    public void What_is_left_frees_the_agent_and_waits_as_it_stands()
    {
        var desk = new AtDesk();
        var turn = desk.After(5).Must(new HandlingMove.Leave());
        Assert.Equal((Day.AddSeconds(5), true), (desk.Handling.LeftAt, desk.Walk!.Left));
        Assert.Equal([new Command.Release(Person(1), Contact(1))], turn.Commands);
        Assert.Equal("You have left this contact already.", desk.Take(new HandlingMove.Leave()).Refusals.Single().Text);
        Assert.Equal("You have left this contact. Resume it to go on.", desk.Take(new HandlingMove.Hold()).Refusals.Single().Text);
        Assert.Equal("walk.with-another", desk.Refused(new HandlingMove.Hold(), AtDesk.Sena));

        var again = desk.After(5).Must(new HandlingMove.Resume());
        Assert.Equal([new WalkResumed(Person(1))], FactsOf(again));
        Assert.Equal([new Command.Engage(Person(1))], again.Commands);
        Assert.Null(desk.Handling.LeftAt);
    }

    /// <summary>The product itself has no role and is no person: it does this and nothing else.</summary>
    [Fact]
    public void What_the_product_puts_down_waits_as_it_stood_with_its_hold_and_its_referral_for_a_colleague_to_resume()
    {
        var desk = new AtDesk();
        desk.Must(new HandlingMove.Refer(Words));
        desk.Must(new HandlingMove.Hold());
        var waiting = desk.Walk!.Waiting;
        Assert.Equal("walk.not-in-line", desk.Refused(new HandlingMove.Leave(), Actor.System));
        var turn = desk.After(5).Must(new HandlingMove.PutDown(), Actor.System);
        Assert.Equal([new ContactPutDown(Person(1)), new WalkPutDown(Person(1))], FactsOf(turn));
        Assert.Equal([new Command.Release(Person(1), Contact(1))], turn.Commands);
        Assert.Equal((Day.AddSeconds(5), Day, true, true), (desk.Handling.LeftAt, desk.Handling.HeldAt, desk.Walk!.Left, desk.Walk.Held));
        Assert.Equal((waiting, ContactState.Talking), (desk.Walk.Waiting, desk.Folded!.State));
        Assert.NotNull(waiting);
        Assert.Equal("walk.left", desk.Refused(new HandlingMove.PutDown(), Actor.System));

        desk.After(5).Must(new HandlingMove.Resume(), AtDesk.Sena);
        Assert.Equal((AtDesk.Sena.Id, waiting, true), (desk.Walk!.Agent, desk.Walk.Waiting, desk.Walk.Held));
        desk.After(5).Must(new HandlingMove.Retrieve(), AtDesk.Sena);
        Assert.Equal((15_000L, false), (desk.Folded!.HoldMs, desk.Folded.Holds!.Open));
        desk.Must(new HandlingMove.Close(BreakOffReason.CustomerLeft), AtDesk.Sena);
        Assert.Equal("contact.closed", desk.Refused(new HandlingMove.PutDown(), Actor.System));
    }

    [Fact]
    public void What_no_procedure_guides_is_put_down_as_well()
    {
        var desk = new AtDesk(guided: false);
        Assert.Equal([new ContactPutDown(Person(1))], FactsOf(desk.Must(new HandlingMove.PutDown(), Actor.System)));
        desk.Must(new HandlingMove.Resume(), AtDesk.Sena);
        Assert.Equal(AtDesk.Sena.Id, desk.Folded!.Agent);
    }

    [Fact]
    public void Resumed_by_another_it_is_answered_by_them_and_a_free_referral_goes_on_waiting()
    {
        var desk = new AtDesk(guided: false);
        desk.Must(new HandlingMove.Refer(Words));
        var referral = desk.Handling.FreeReferral;
        desk.Must(new HandlingMove.Leave());
        var turn = desk.Must(new HandlingMove.Resume(), AtDesk.Sena);
        Assert.Equal([new ContactAnswered(AtDesk.Sena.Id, null)], FactsOf(turn));
        Assert.Equal([new Command.Engage(AtDesk.Sena.Id)], turn.Commands);
        Assert.Equal((AtDesk.Sena.Id, referral), (desk.Handling.Agent, desk.Handling.FreeReferral));
        Assert.NotNull(referral);
    }

    [Fact]
    public void What_nobody_left_is_not_resumed_by_another_and_what_is_closed_by_nobody()
    {
        var desk = new AtDesk();
        Assert.Equal("contact.taken", desk.Refused(new HandlingMove.Resume(), AtDesk.Sena));
        Assert.Equal("walk.with-another", desk.Refused(new HandlingMove.Leave(), AtDesk.Sena));
        Assert.Equal("walk.with-another", desk.Refused(new HandlingMove.MakeNote(Words), AtDesk.Sena));
        Assert.Empty(desk.Must(new HandlingMove.Resume()).Facts);
        desk.Must(new HandlingMove.Close(BreakOffReason.ContactLost));
        Assert.Equal(["contact.closed", "contact.closed", "contact.closed", "contact.closed"], new[]
        {
            desk.Refused(new HandlingMove.Resume()), desk.Refused(new HandlingMove.TakeOver(default), AtDesk.Sena),
            desk.Refused(new HandlingMove.Leave()), desk.Refused(new HandlingMove.Resume(), AtDesk.Sena),
        });
    }

    [Fact]
    public void A_contact_taken_over_is_with_the_one_who_accepted_and_its_free_referral_is_over()
    {
        var desk = new AtDesk(guided: false);
        desk.Must(new HandlingMove.Refer(Words));
        var turn = desk.Must(new HandlingMove.TakeOver(desk.Handling.FreeReferral!.Value), AtDesk.Sena);
        Assert.Equal([new ContactAnswered(AtDesk.Sena.Id, null)], FactsOf(turn));
        Assert.Equal([new Command.Release(Person(1), Contact(1)), new Command.Engage(AtDesk.Sena.Id)], turn.Commands);
        Assert.Equal((AtDesk.Sena.Id, null), (desk.Handling.Agent, desk.Handling.FreeReferral));
    }

    [Fact]
    public void Taken_over_after_it_was_left_the_one_who_left_it_is_free_already()
    {
        var desk = new AtDesk();
        desk.Must(new HandlingMove.Refer(Words));
        desk.Must(new HandlingMove.Leave());
        var turn = desk.Must(new HandlingMove.TakeOver(desk.Walk!.Waiting!.Referral), AtDesk.Sena);
        Assert.Equal([new Command.Engage(AtDesk.Sena.Id)], turn.Commands);
        Assert.Equal((false, null, AtDesk.Sena.Id), (desk.Walk!.Left, desk.Walk.Waiting, desk.Walk.Agent));
    }

    [Fact]
    public void A_customer_made_known_is_known_to_the_contact_and_to_its_walk()
    {
        var desk = new AtDesk();
        var turn = desk.Must(new HandlingMove.KnowCustomer(Customer(6)));
        Assert.Equal([new ContactCustomerKnown(Customer(6)), new WalkCustomerKnown(Customer(6), Person(1))], FactsOf(turn));
        Assert.Equal((Customer(6), Customer(6)), (desk.Handling.Customer!.Value, desk.Walk!.Customer!.Value));
        var free = new AtDesk(guided: false);
        Assert.Equal([new ContactCustomerKnown(Customer(6))], FactsOf(free.Must(new HandlingMove.KnowCustomer(Customer(6)))));
        Assert.Equal(Customer(6), free.Handling.Customer);
    }

    [Fact]
    public void A_note_stands_with_the_walk_even_once_it_is_over_or_with_the_contact_where_nothing_guides_it()
    {
        var desk = new AtDesk();
        Assert.Equal([new NoteMade("n1", Words, Person(1))], FactsOf(desk.Must(new HandlingMove.MakeNote(Words))));
        desk.Step("n1");
        desk.Step("n2");
        desk.Must(new HandlingMove.End());
        Assert.Equal([new NoteMade("n3", Words, Person(1))], FactsOf(desk.Must(new HandlingMove.MakeNote(Words))));
        var free = new AtDesk(guided: false).Must(new HandlingMove.MakeNote(Words));
        Assert.Equal([new FreeNoteMade(Words, Person(1))], FactsOf(free));
        Assert.Equal(Contact(1).Value, free.Facts.Single().Subject);
    }

    [Fact]
    public void A_walk_that_is_over_can_still_be_referred_as_a_contact()
    {
        var desk = new AtDesk();
        desk.Step("n1");
        desk.Step("n2");
        desk.Must(new HandlingMove.End());
        var refusal = desk.Take(new HandlingMove.Refer(null)).Refusals.Single();
        Assert.Equal(("referral.no-reason", "referReason"), (refusal.Code, refusal.Field));
        desk.Must(new HandlingMove.Refer(Words));
        Assert.Equal(desk.Commands.OfType<Command.OpenReferral>().Single().Id, desk.Handling.FreeReferral);
    }

    [Fact]
    public void A_guided_contact_is_referred_by_its_walk_with_the_reason_the_role_and_the_haste()
    {
        var desk = new AtDesk();
        Assert.Equal("referral.no-reason", desk.Refused(new HandlingMove.Refer(null, Role.Manager)));
        desk.Must(new HandlingMove.Refer(Words, Role.Manager));
        var open = desk.Commands.OfType<Command.OpenReferral>().Single();
        Assert.Equal((Role.Manager, Words, false, "n1"), (open.To, open.Words!.Value, open.Urgent, open.Node));
        Assert.Equal((open.Id, null), (desk.Walk!.Waiting!.Referral, desk.Handling.FreeReferral));
        desk.Must(new HandlingMove.Refer(null, Urgent: true));
        Assert.True(desk.Commands.OfType<Command.OpenReferral>().Last().Urgent);
        Assert.Equal(new Command.CloseReferral(open.Id, "The contact itself was referred."), desk.Commands.OfType<Command.CloseReferral>().Single());
    }

    [Fact]
    public void The_same_type_chosen_again_once_its_walk_is_over_begins_it_anew()
    {
        var desk = new AtDesk();
        desk.Step("n1");
        desk.Step("n2");
        desk.Must(new HandlingMove.End());
        var turn = desk.Must(new HandlingMove.ChooseType("complaint", desk.Guide("complaint")));
        Assert.Equal(2, desk.Walks.Count);
        Assert.Equal([new ContactTyped("complaint")], FactsOf(turn)[..1]);
        Assert.Null(desk.Walk!.End);
    }

    [Fact]
    public void A_type_without_a_version_ends_the_walk_and_the_contact_is_served_freely()
    {
        var desk = new AtDesk();
        var turn = desk.Must(new HandlingMove.ChooseType("praise", new Guide("praise", null, [])));
        Assert.Equal(["walk.broken-off", "contact.resolved", "contact.typed"], turn.Facts.Select(told => FactCatalogue.Name(told.Fact)));
        Assert.Equal(("praise", null), (desk.Handling.Type, desk.Handling.Walk));
        var refusals = new[] { desk.Take(new HandlingMove.ChooseType("", null)), desk.Take(new HandlingMove.ChooseType("x", null)) };
        Assert.Equal([("contact.no-type", "Type"), ("contact-type.unknown", "Type")],
            refusals.Select(taken => taken.Refusals.Single()).Select(refusal => (refusal.Code, refusal.Field)));
    }

    private static List<Fact> FactsOf(HandlingTurn turn) => [.. turn.Facts.Select(told => told.Fact)];
}
