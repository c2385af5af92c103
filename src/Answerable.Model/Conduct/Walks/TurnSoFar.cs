using Answerable.Model.Authority;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.Model.Conduct;

/// <summary>What a move at the desk has come to so far.</summary>
internal sealed class TurnSoFar(Handling handling, Guided? guided, DeskStanding by, DateTimeOffset at)
{
    private readonly List<SubjectFact> _facts = [];
    private readonly List<Walk> _walks = [];
    private readonly List<Command> _commands = [];
    private Guided? _guided = guided;

    public Handling Handling { get; set; } = handling;
    public DeskStanding By => by;
    public DateTimeOffset At => at;

    /// <summary>Nobody where the product itself acts, which decides nothing.</summary>
    public Decider Decider => Decider.Of(by.Who);
    public Walk? Walk => _guided?.Walk;
    public bool UnderWay => Walk is { End: null };

    /// <summary>Where the walk stands; nowhere once it is over.</summary>
    public Node? Node => UnderWay ? _guided!.Chart.Find(Walk!.At) : null;

    public void Happened(ContactFact fact) => Happened(Handling.Contact.Value, fact);

    public void Happened(FreeNoteMade note) => Happened(Handling.Contact.Value, note);

    public void Ask(Command command) => _commands.Add(command);

    /// <summary>Moves the walk along with the contact, where one is under way.</summary>
    public Outcome<Done> Along(Move move) => UnderWay ? Take(move) : Done.It;

    public Outcome<Done> Take(Move move)
    {
        var standing = new Standing(Decider, Matrix.Empty, [], [], by.SpareReferral);
        return Interpreter.Take(_guided!.Chart, _guided.Walk, move, standing, at).Then(Keep);
    }

    /// <summary>The type is known: where a version of its procedure is in force it begins to guide.</summary>
    public Outcome<Done> Guide(Guide guide)
    {
        Handling = Handling with { Type = guide.Type, Walk = null };
        _guided = null;
        Happened(new ContactTyped(guide.Type));
        if (guide.Version is not { } version)
            return Done.It;
        var begun = Interpreter.Begin(
            version.Chart, by.SpareWalk, Handling.Contact, Handling.Case, Handling.Customer, version.Procedure, version.Number, by.Who.Id,
                guide.Known, at);
        return begun.Then(turn =>
        {
            Handling = Handling with { Walk = by.SpareWalk };
            _guided = new Guided(turn.Walk, version.Chart);
            Happened(new ContactGuided(version.Procedure, version.Number));
            return Keep(turn);
        });
    }

    public HandlingTurn Turn() => new(Handling, _facts, _walks, _commands);

    private Outcome<Done> Keep(Turn turn)
    {
        foreach (var fact in turn.Facts)
            Happened(turn.Walk.Id.Value, fact);
        foreach (var command in turn.Commands)
            if (command is Command.ResolveContact resolve)
                Happened(new ContactResolved(resolve.Resolved, resolve.Ending));
            else
                _commands.Add(command);
        _walks.RemoveAll(walk => walk.Id == turn.Walk.Id);
        _walks.Add(turn.Walk);
        _guided = _guided! with { Walk = turn.Walk };
        return Done.It;
    }

    private void Happened(Guid subject, Fact fact) => _facts.Add(new SubjectFact(subject, fact));
}
