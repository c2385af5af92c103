using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using static Answerable.Tests.Authority.Limits;

namespace Answerable.Tests.Conduct;

/// <summary>One contact at a desk, move by move, with its facts kept as the journal would keep them.</summary>
internal sealed class AtDesk
{
    public static readonly Actor Ama = Actor.Of(Person(1), "Ama", [Role.Agent], null);
    public static readonly Actor Sena = Actor.Of(Person(2), "Sena", [Role.SeniorAgent], null);
    public static readonly Chart TwoSteps = new([new Step("n1", "Ask"), new Step("n2", "Answer"),
        new Ending("n3", "Settled", Resolved: true)])
    { KeysGiven = 3 };

    private readonly Chart _chart;
    private int _spare;

    public AtDesk(Chart? chart = null, bool guided = true)
    {
        _chart = chart ?? TwoSteps;
        Keep(new SubjectFact(Contact(1).Value, new ContactArrived(Channel.Phone, "billing", "complaint")));
        var taken = Desk.Take(Folded!, Case(1), guided ? Guide("complaint") : null, Standing(Ama), Now).Value;
        Follow(taken);
    }

    public DateTimeOffset Now { get; private set; } = Day;
    public Handling Handling { get; private set; } = null!;
    public Walk? Walk => Handling.Walk is { } id ? Walks[id] : null;
    public Dictionary<WalkId, Walk> Walks { get; } = [];
    public List<Entry> Journal { get; } = [];
    public List<Command> Commands { get; } = [];
    public IEnumerable<string> Facts => Journal.Select(entry => entry.Name);

    public Contact? Folded => Journal.Where(entry => entry.Subject == Contact(1).Value)
        .Aggregate((Contact?)null, (so, entry) => entry.Fact() is ContactFact fact ? ContactFold.Apply(so, entry, fact) : so);

    public AtDesk After(int seconds)
    {
        Now = Now.AddSeconds(seconds);
        return this;
    }

    public Guide Guide(string type) => new(type, new GuideVersion(ProcedureId.From(Guid.Empty), 1, _chart), []);

    public DeskStanding Standing(Actor who) =>
        new(who, Handling?.Agent == Sena.Id ? "Sena" : "Ama", ReferralId.From(Spare()), WalkId.From(Spare()));

    public Outcome<HandlingTurn> Take(HandlingMove move, Actor? who = null)
    {
        var guided = Walk is { } walk ? new Guided(walk, _chart) : null;
        var taken = Desk.Take(Handling, guided, move, Standing(who ?? Ama), Now);
        if (taken.Allowed)
            Follow(taken.Value);
        return taken;
    }

    public HandlingTurn Must(HandlingMove move, Actor? who = null) => Take(move, who).Value;

    public string Refused(HandlingMove move, Actor? who = null) => Assert.Single(Take(move, who).Refusals).Code;

    public void Step(string node) => Follow(Interpreter.Take(
        _chart, Walk!, new Move.Do(node, []), new Standing(new(Ama.Id, Role.Agent), Model.Authority.Matrix.Empty, [], [], default), Now).Value);

    private Guid Spare() => Guid.Parse($"00000000-0000-0000-000a-{++_spare:D12}");

    private void Follow(Turn turn)
    {
        Walks[turn.Walk.Id] = turn.Walk;
        foreach (var fact in turn.Facts)
            Keep(new SubjectFact(turn.Walk.Id.Value, fact));
    }

    private void Follow(HandlingTurn turn)
    {
        Handling = turn.Handling;
        foreach (var walk in turn.Walks)
            Walks[walk.Id] = walk;
        foreach (var fact in turn.Facts)
            Keep(fact);
        Commands.AddRange(turn.Commands);
    }

    private void Keep(SubjectFact told) =>
        Journal.Add(Entry.Of(told.Fact, Now, FactKind.Live, "desk", $"{Journal.Count}", told.Subject, Handling?.Agent.Value));
}
