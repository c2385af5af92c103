using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using static Answerable.Tests.Authority.Limits;

namespace Answerable.Tests.Conduct;

public sealed class DeskTests
{
    [Fact]
    public void A_contact_that_waits_is_taken_and_its_procedure_begins_to_guide()
    {
        var desk = new AtDesk();
        Assert.Equal(["contact.arrived", "contact.answered", "contact.typed", "contact.guided", "walk.begun"], desk.Facts);
        Assert.Equal(new Command.Engage(AtDesk.Ama.Id), Assert.Single(desk.Commands));
        Assert.Equal("n1", desk.Walk!.At);
    }

    [Fact]
    public void Without_a_known_type_it_is_taken_and_the_agent_chooses()
    {
        var desk = new AtDesk(guided: false);
        Assert.Null(desk.Handling.Walk);
        Assert.Equal("contact-type.unknown", desk.Refused(new HandlingMove.ChooseType("no-such", null)));
        Assert.Equal("contact.no-type", desk.Refused(new HandlingMove.ChooseType(" ", desk.Guide(" "))));
        desk.Must(new HandlingMove.ChooseType("complaint", desk.Guide("complaint")));
        Assert.Equal("complaint", desk.Folded!.Type);
        Assert.Equal("n1", desk.Walk!.At);
    }

    [Fact]
    public void What_is_gone_cannot_be_taken_and_who_took_it_is_named()
    {
        var desk = new AtDesk();
        string Refused(Contact contact) => Desk.Take(contact, Case(1), null, desk.Standing(AtDesk.Sena), desk.Now).Refusals.Single().Text;
        Assert.Equal("Ama took this contact a moment before you. Take the next one.", Refused(desk.Folded!));
        var waiting = desk.Folded! with { AnsweredAt = null };
        Assert.StartsWith("The customer left", Refused(waiting with { AbandonedAt = desk.Now }), StringComparison.Ordinal);
        Assert.StartsWith("This was not a contact", Refused(waiting with { Excluded = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void Hold_befalls_the_walk_and_is_asked_once()
    {
        var desk = new AtDesk();
        Assert.Equal("walk.not-held", desk.Refused(new HandlingMove.Retrieve()));
        desk.After(10).Must(new HandlingMove.Hold());
        Assert.Equal("walk.held", desk.Refused(new HandlingMove.Hold()));
        Assert.True(desk.Walk!.Held);
        desk.After(30).Must(new HandlingMove.Retrieve());
        Assert.Equal((30_000L, false), (desk.Folded!.HoldMs, desk.Walk!.Held));
        Assert.Equal(10_000, desk.Walk.SpentMs(desk.Now));
    }

    [Fact]
    public void A_walk_begun_while_the_customer_was_on_hold_is_not_asked_to_be_retrieved()
    {
        var desk = new AtDesk(guided: false);
        desk.Must(new HandlingMove.Hold());
        desk.Must(new HandlingMove.ChooseType("complaint", desk.Guide("complaint")));
        desk.Must(new HandlingMove.Retrieve());
        Assert.DoesNotContain("walk.retrieved", desk.Facts);
    }

    [Fact]
    public void At_an_outcome_the_end_finishes_the_walk_and_closing_asks_nothing_more()
    {
        var desk = new AtDesk();
        desk.Step("n1");
        desk.Step("n2");
        desk.Must(new HandlingMove.Hold());
        desk.After(5).Must(new HandlingMove.End());
        Assert.Equal(("Settled", true), (desk.Walk!.End!.Ending, desk.Folded!.Resolved));
        Assert.Equal("contact.ended", desk.Refused(new HandlingMove.End()));
        Assert.Equal("contact.ended", desk.Refused(new HandlingMove.Hold()));
        desk.After(7).Must(new HandlingMove.Close());
        Assert.Equal((ContactState.Handled, 5_000L, 7_000L), (desk.Folded!.State, desk.Folded.HoldMs, desk.Folded.WrapMs));
        Assert.Equal(new Command.Release(AtDesk.Ama.Id, Contact(1)), desk.Commands[^1]);
        Assert.Equal("contact.closed", desk.Refused(new HandlingMove.MakeNote(Guid.Empty)));
    }

    [Fact]
    public void Closing_before_an_outcome_asks_why_and_without_a_procedure_whether_it_is_settled()
    {
        var guided = new AtDesk();
        var refusal = Assert.Single(guided.Take(new HandlingMove.Close()).Refusals);
        Assert.Equal(("walk.no-outcome", "breakReason"), (refusal.Code, refusal.Field));
        guided.Must(new HandlingMove.Close(BreakOffReason.ContactLost));
        Assert.Equal((true, false), (guided.Walk!.End!.BrokenOff, guided.Folded!.Resolved));

        var free = new AtDesk(guided: false);
        Assert.Equal("contact.no-outcome", free.Refused(new HandlingMove.Close()));
        free.Must(new HandlingMove.Close(Resolved: true));
        Assert.True(free.Folded!.Resolved);
    }

    [Fact]
    public void What_one_left_another_resumes_and_only_then_it_is_theirs()
    {
        var desk = new AtDesk();
        Assert.Equal("contact.taken", desk.Refused(new HandlingMove.Resume(), AtDesk.Sena));
        desk.Must(new HandlingMove.Resume());
        Assert.DoesNotContain("walk.resumed", desk.Facts);
        desk.Must(new HandlingMove.Leave());
        Assert.Equal("walk.left", desk.Refused(new HandlingMove.Leave()));
        desk.Must(new HandlingMove.Resume(), AtDesk.Sena);
        Assert.Equal((AtDesk.Sena.Id, AtDesk.Sena.Id, false), (desk.Handling.Agent, desk.Walk!.Agent, desk.Walk.Left));
        Assert.Equal("Sena has this contact now; what you typed was not applied.", desk.Take(new HandlingMove.Hold()).Refusals.Single().Text);
    }

    [Fact]
    public void What_was_left_is_resumed_first_even_where_no_procedure_guides_it()
    {
        var desk = new AtDesk(guided: false);
        desk.Must(new HandlingMove.Leave());
        Assert.Equal("walk.left", desk.Refused(new HandlingMove.ChooseType("complaint", desk.Guide("complaint"))));
        Assert.Equal("walk.left", desk.Refused(new HandlingMove.Close(Resolved: true)));
    }

    [Fact]
    public void Taken_over_by_a_referral_the_one_who_asked_is_free()
    {
        var desk = new AtDesk();
        desk.Must(new HandlingMove.Refer(Guid.Empty));
        var open = desk.Commands.OfType<Command.OpenReferral>().Single();
        Assert.Equal(Role.SeniorAgent, open.To);
        desk.Must(new HandlingMove.TakeOver(open.Id), AtDesk.Sena);
        Assert.Null(desk.Walk!.Waiting);
        Assert.Equal([new Command.Release(AtDesk.Ama.Id, Contact(1)), new Command.Engage(AtDesk.Sena.Id)], desk.Commands[^2..]);
        Assert.Equal(2, desk.Facts.Count(name => name == "contact.answered"));
    }

    [Fact]
    public void A_contact_no_procedure_guides_goes_one_role_up_and_urgent_to_a_team_leader_at_once()
    {
        var desk = new AtDesk(guided: false);
        Assert.Equal("referral.no-reason", desk.Refused(new HandlingMove.Refer(null)));
        desk.Must(new HandlingMove.Refer(Guid.Empty));
        desk.Must(new HandlingMove.Refer(null, Urgent: true));
        var asked = desk.Commands.OfType<Command.OpenReferral>().ToList();
        Assert.Equal([(Role.SeniorAgent, 15), (Role.TeamLeader, 2)], asked.Select(open => (open.To, open.WithinMinutes)));
        Assert.Equal(new Command.CloseReferral(asked[0].Id, "It was referred again."), desk.Commands.OfType<Command.CloseReferral>().Single());
        desk.Must(new HandlingMove.Close(Resolved: false));
        Assert.Equal(asked[1].Id, desk.Commands.OfType<Command.CloseReferral>().Last().Id);
    }

    [Fact]
    public void Another_type_ends_the_first_walk_as_another_matter_and_the_same_type_changes_nothing()
    {
        var desk = new AtDesk();
        desk.Must(new HandlingMove.ChooseType("complaint", desk.Guide("complaint")));
        Assert.Single(desk.Walks);
        var turn = desk.Must(new HandlingMove.ChooseType("praise", desk.Guide("praise")));
        Assert.Equal([true, false], turn.Walks.Select(walk => walk.End is not null));
        Assert.Equal(BreakOffReason.OtherMatter.Words(), turn.Walks[0].End!.Ending);
        Assert.Equal((turn.Walks[1].Id, "praise"), (desk.Handling.Walk!.Value, desk.Folded!.Type));
    }

    [Fact]
    public void Who_is_not_in_the_line_handles_no_contacts() =>
        Assert.Equal("walk.not-in-line", new AtDesk().Refused(new HandlingMove.Hold(), Actor.Of(Person(1), "Dee", [Role.Designer], null)));
}
