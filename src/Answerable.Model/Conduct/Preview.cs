using Answerable.Model.Authority;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.Model.Conduct;

/// <summary>
/// A walk through a version without a contact, led by the interpreter of live work and judged by the matrix in force. It is made from
/// what is supposed so far, and done over each time: nothing of it is kept.
/// </summary>
public sealed class Preview
{
    private static readonly ContactId Contact = ContactId.From(Guid.Empty);
    private static readonly CaseId Case = CaseId.From(Guid.Empty);
    // Supposed to be known, as the customer of a contact is before an amount is decided.
    private static readonly CustomerId Customer = CustomerId.From(Guid.Empty);
    private readonly Ground _ground;
    private readonly List<Given> _given = [];
    private readonly List<Supposed> _moves = [];
    private readonly List<string> _story = [];
    private readonly HashSet<string> _seen = [];
    private Command.OpenReferral? _asked;

    private Preview(Ground ground, Role role, string? from)
    {
        (_ground, Role, By) = (ground, role, PersonId.From(Guid.Empty));
        var begun = Interpreter.Begin(ground.Chart, WalkId.From(Guid.Empty), Contact, Case, Customer, ground.Procedure, ground.Version, By, [],
            ground.At).Value;
        Walk = from is not null && ground.Chart.Find(from) is not null
            ? WalkFold.Apply(null, begun.Walk.Id, begun.Facts.OfType<WalkBegun>().Single() with { Node = from }, ground.At)
            : begun.Walk;
        _seen.Add(Walk.At);
    }

    /// <summary>What the walk is led by.</summary>
    public sealed record Ground(Chart Chart, ProcedureId Procedure, int Version, Matrix Matrix, IReadOnlyList<DecisionKind> Kinds, DateTimeOffset At);

    public Walk Walk { get; private set; }
    /// <summary>Who is at the step now: the role chosen, or the one that took the contact over.</summary>
    public Role Role { get; private set; }
    private PersonId By { get; set; }
    public Offer Offer => Offer.Of(_ground.Chart, Walk, Standing, _ground.At);
    /// <summary>The referral whose answer is awaited.</summary>
    public Command.OpenReferral? Waiting => Walk.Waiting is null ? null : _asked;
    public IReadOnlyList<Supposed> Moves => _moves;
    /// <summary>What was done, a line for each move.</summary>
    public IReadOnlyList<string> Story => _story;
    public int Seen => _seen.Count;
    /// <summary>Why it could not be followed to its end; the walk stands where it still led.</summary>
    public Refusal? Stopped { get; private set; }

    private Standing Standing =>
        new(new Decider(By, Role), _ground.Matrix, _ground.Kinds, _given, ReferralId.From(new Guid(_moves.Count + 1, 0, 0, new byte[8])));

    public static Preview Of(Ground ground, Role role, string? from, IEnumerable<Supposed> way)
    {
        var preview = new Preview(ground, role, from);
        foreach (var move in way)
            if ((preview.Stopped = preview.Take(move)) is not null)
                break;
        return preview;
    }

    /// <summary>Null where it was done; else why it may not be, and nothing has changed.</summary>
    public Refusal? Take(Supposed supposed)
    {
        if (MoveOf(supposed) is not { } move)
            return new Refusal("walk.unknown-move", "This procedure has changed since the walk was made: it leads no further than here.");
        if (move is Move.HearApproval && Covered() is { } uncovered)
            return uncovered;
        var (by, next) = move is Move.Resume && Waiting is { } asked ? (Another(asked.To), asked.To) : (By, Role);
        var taken = Interpreter.Take(_ground.Chart, Walk, move, Standing with { Decider = new Decider(by, next) }, _ground.At);
        if (!taken.Allowed)
            return taken.Refusals[0];
        if (_ground.Chart.Find(taken.Value.Walk.At) is null)
            return new Refusal("walk.no-way-on", "This leads nowhere yet.");
        _story.Add(PreviewWords.Of(_ground.Chart, Walk, move, taken.Value, Waiting, _ground.Matrix.Currency));
        _moves.Add(supposed);
        (Walk, Role, By) = (taken.Value.Walk, next, by);
        _seen.Add(Walk.At);
        foreach (var command in taken.Value.Commands)
            Heed(command);
        return null;
    }

    /// <summary>Why the one asked could not approve it either; null where they can.</summary>
    public Refusal? Covered()
    {
        if (Waiting is not { DecisionKind: { } kind } asked)
            return null;
        var judged = FourEyes.Approve(By, new Decider(Another(asked.To), asked.To), _ground.Matrix, Standing.Kind(kind),
            new Asked(kind, asked.Pence, Contact, Case, null), _given, _ground.At);
        return judged.Allowed ? null : judged.Refusals[0];
    }

    private Move? MoveOf(Supposed supposed) => (_ground.Chart.Find(Walk.At), supposed) switch
    {
        // What was refused and is asked for again is taken to come with what has changed since.
        (Step step, Supposed.Done done) => new Move.Do(step.Key, PreviewFacts.Of(step, done.Pence, _ground.At), Said: true, Words: Guid.Empty),
        (Step step, Supposed.LeftOut) => new Move.Skip(step.Key, SkipReason.DoesNotApply),
        (Decision decision, Supposed.Answered answered) when answered.Place > 0 && answered.Place <= decision.Answers.Count =>
            new Move.Choose(decision.Key, decision.Answers[answered.Place - 1].Key),
        (_, Supposed.Referred) => new Move.Refer(null),
        (_, Supposed.TakenOver) when Waiting is { Matter: ReferralMatter.Contact } asked => new Move.Resume(asked.Id),
        (_, Supposed.Approved) when Waiting is { Matter: ReferralMatter.Decision } asked =>
            new Move.HearApproval(asked.Id, asked.Pence, Another(asked.To)),
        (_, Supposed.Refused) when Waiting is { Matter: ReferralMatter.Decision } asked => new Move.HearRefusal(asked.Id, Another(asked.To)),
        _ => null,
    };

    private void Heed(Command command)
    {
        if (command is Command.OpenReferral opened)
            _asked = opened;
        else if (command is Command.TakeDecision { Pence: { } pence } taken)
            _given.Add(new Given(taken.DecisionKind, pence, Contact, Case, Customer, _ground.At));
    }

    // A walk is taken by persons, and whoever asks does not answer: a referral reaches somebody else at each turn.
    private PersonId Another(Role role) => PersonId.From(new Guid((int)role, (short)(_moves.Count + 1), 0, new byte[8]));
}
