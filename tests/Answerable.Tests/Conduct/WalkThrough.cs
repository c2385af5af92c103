using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using static Answerable.Tests.Authority.Limits;

namespace Answerable.Tests.Conduct;

/// <summary>Takes a walk move by move, keeping its facts as the journal would, and putting the walk down and taking it up again at every
/// point.</summary>
internal sealed class WalkThrough
{
    private static readonly ProcedureId Procedure = ProcedureId.From(Guid.Parse("00000000-0000-0000-0007-000000000001"));
    public static readonly WalkId Id = WalkId.From(Guid.Parse("00000000-0000-0000-0008-000000000001"));
    private readonly Chart _chart;
    private int _referrals;

    public WalkThrough(Chart chart, Role role = Role.Agent, Matrix? matrix = null, IReadOnlyList<DecisionKind>? kinds = null)
    {
        (_chart, Decider, Matrix, Kinds) = (chart, new Decider(Person(1), role), matrix ?? Limits(), kinds ?? [Goodwill]);
        var begun = Interpreter.Begin(chart, Id, Contact(1), Case(1), Customer(1), Procedure, 3, Person(1), [], Now).Value;
        Walk = begun.Walk;
        Keep(begun.Facts);
    }

    public Chart Chart => _chart;
    public Decider Decider { get; set; }
    public Matrix Matrix { get; }
    public IReadOnlyList<DecisionKind> Kinds { get; }
    public List<Given> Given { get; } = [];
    public Walk Walk { get; private set; }
    public DateTimeOffset Now { get; private set; } = Day;
    public List<Entry> Journal { get; } = [];
    public List<Command> Commands { get; } = [];

    public Standing Standing => new(Decider, Matrix, Kinds, Given, ReferralId.From(Guid.Parse($"00000000-0000-0000-0009-{_referrals + 1:D12}")));
    public Offer Offer => Offer.Of(_chart, Walk, Standing, Now);

    public WalkThrough After(int seconds)
    {
        Now = Now.AddSeconds(seconds);
        return this;
    }

    public Outcome<Turn> Take(Move move)
    {
        // Put down and taken up again: nothing may be lost by it.
        Walk = WalkJson.Read(WalkJson.Write(Walk));
        var taken = Interpreter.Take(_chart, Walk, move, Standing, Now);
        if (!taken.Allowed)
            return taken;
        (Walk, _referrals) = (taken.Value.Walk, _referrals + taken.Value.Commands.OfType<Command.OpenReferral>().Count());
        Keep(taken.Value.Facts);
        Commands.AddRange(taken.Value.Commands);
        return taken;
    }

    public Turn Must(Move move) => Take(move).Value;

    public string Refused(Move move)
    {
        var taken = Take(move);
        Assert.False(taken.Allowed);
        return taken.Refusals[0].Code;
    }

    /// <summary>What was decided counts from now on; what the same step decides again stands in its place.</summary>
    public void Count(Turn turn)
    {
        foreach (var decision in turn.Commands.OfType<Command.TakeDecision>())
            if (decision.Pence is { } pence && !decision.Replaces)
                Given.Add(new Given(decision.DecisionKind, pence, Walk.Contact, Walk.Case, Walk.Customer, Now));
    }

    private void Keep(IEnumerable<WalkFact> facts)
    {
        foreach (var fact in facts)
            Journal.Add(Entry.Of(fact, Now, FactKind.Live, "desk", $"{Journal.Count}", Id.Value, Decider.Person!.Value.Value));
    }

    private static Matrix Limits() => Authority.Limits.Usual;
}
