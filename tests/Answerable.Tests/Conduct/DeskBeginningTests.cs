using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using static Answerable.Tests.Authority.Limits;

namespace Answerable.Tests.Conduct;

/// <summary>How a contact comes to a desk: begun by hand or taken, guided or served freely.</summary>
public sealed class DeskBeginningTests
{
    private static readonly Guid Words = Guid.Parse("00000000-0000-0000-000b-000000000001");
    private static readonly Actor Team = AtDesk.Ama with { Team = TeamId.From(Guid.Parse("00000000-0000-0000-000c-000000000001")) };

    [Fact]
    public void A_contact_begun_by_hand_arrives_and_is_answered_at_once()
    {
        var begun = Begin(Customer(4), null).Value;
        Assert.Equal([new ContactArrived(Channel.Email, "post", null, Customer(4)), new ContactAnswered(Person(1), Team.Team)], FactsOf(begun));
        Assert.All(begun.Facts, told => Assert.Equal(Contact(7).Value, told.Subject));
        Assert.Equal(new Handling(Contact(7), Case(2), Person(1), Day) { Customer = Customer(4) }, begun.Handling);
        Assert.Equal([new Command.Engage(Person(1))], begun.Commands);
        Assert.Equal("walk.not-in-line", Assert.Single(Begin(null, null, Actor.Of(Person(5), "Pia", [Role.Planner], null)).Refusals).Code);
    }

    [Fact]
    public void Where_a_version_is_in_force_it_guides_and_what_is_known_goes_along()
    {
        var known = new Noted("name", "Esi");
        var version = new GuideVersion(ProcedureId.From(Words), 4, AtDesk.TwoSteps);
        var begun = Begin(Customer(4), new Guide("complaint", version, [known])).Value;
        Assert.Equal([new ContactTyped("complaint"), new ContactGuided(ProcedureId.From(Words), 4)], FactsOf(begun)[2..4]);
        var walk = Assert.Single(begun.Walks);
        Assert.Equal((walk.Id, "complaint"), (begun.Handling.Walk!.Value, begun.Handling.Type));
        Assert.Equal((Contact(7), Case(2), Customer(4), Person(1), 4), (walk.Contact, walk.Case, walk.Customer!.Value, walk.Agent, walk.Version));
        Assert.Equal(known, walk.Fact("name"));
        Assert.Equal(walk.Id.Value, begun.Facts[^1].Subject);
    }

    [Fact]
    public void A_type_without_a_version_in_force_is_served_freely()
    {
        var begun = Begin(null, new Guide("praise", null, [])).Value;
        Assert.Equal(("praise", null), (begun.Handling.Type, begun.Handling.Walk));
        Assert.Equal(new ContactTyped("praise"), FactsOf(begun)[^1]);
        Assert.Empty(begun.Walks);
    }

    [Fact]
    public void A_version_without_steps_cannot_guide_and_what_to_do_is_said()
    {
        var empty = new Guide("praise", new GuideVersion(default, 1, Chart.Empty), []);
        var refusal = Begin(null, empty).Refusals.Single();
        Assert.Equal(("walk.empty-chart", "This procedure has no steps yet. Serve the contact freely and tell the designer."),
            (refusal.Code, refusal.Text));
    }

    [Fact]
    public void A_contact_taken_keeps_the_customer_it_came_with_and_only_the_line_takes_it()
    {
        var waiting = new Contact(Contact(1), FactKind.Live, "phone", Day) { Customer = Customer(3) };
        var desk = new AtDesk();
        var taken = Desk.Take(waiting, Case(1), null, desk.Standing(Team), Day).Value;
        Assert.Equal(new Handling(Contact(1), Case(1), Person(1), Day) { Customer = Customer(3) }, taken.Handling);
        Assert.Equal([new ContactAnswered(Person(1), Team.Team)], FactsOf(taken));
        var planner = Actor.Of(Person(5), "Pia", [Role.Planner], null);
        Assert.Equal("Contacts are handled by agents, senior agents, team leaders and managers.",
            Desk.Take(waiting, Case(1), null, desk.Standing(planner), Day).Refusals.Single().Text);
    }

    private static Outcome<HandlingTurn> Begin(CustomerId? customer, Guide? guide, Actor? who = null) =>
        Desk.Start(Contact(7), Channel.Email, "post", Case(2), customer, guide, new AtDesk().Standing(who ?? Team), Day);

    private static List<Fact> FactsOf(HandlingTurn turn) => [.. turn.Facts.Select(told => told.Fact)];
}
