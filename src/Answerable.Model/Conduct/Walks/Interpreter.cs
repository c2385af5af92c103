using Answerable.Model.Procedures;

namespace Answerable.Model.Conduct;

/// <summary>
/// Leads a walk through a chart. A pure function of the chart, the walk so far, the move, the authority and the hour:
/// the desk, trials, rehearsals and conformance all call this one. Whoever takes many moves keeps the walk in hand between them.
/// </summary>
public static class Interpreter
{
    public static Outcome<Turn> Begin(
        Chart chart, WalkId id, ContactId contact, CaseId theCase, CustomerId? customer, ProcedureId procedure, int version,
        PersonId by, IReadOnlyList<Noted> known, DateTimeOffset at)
    {
        if (chart.Start is not { } start)
            return new Refusal("walk.empty-chart", "This procedure has no steps yet. Serve the contact freely and tell the designer.");
        var begun = new WalkBegun(contact, theCase, customer, procedure, version, start.Key, by, known);
        return new Turn(WalkFold.Apply(null, id, begun, at), [begun], []);
    }

    public static Outcome<Turn> Take(Chart chart, Walk walk, Move move, Standing standing, DateTimeOffset at)
    {
        var (state, minutes) = (WalkState.Of(CompiledChart.Of(chart), walk), new Minutes());
        var taken = Take(state, move, standing, at, minutes);
        return taken.Allowed ? Turn.Of(walk, at, minutes.Facts, minutes.Commands) : taken.As<Turn>();
    }

    /// <summary>Makes a walk in hand begin; one that was in hand before is over with.</summary>
    public static void Begin(WalkState walk, WalkBegun begun, WalkId id, DateTimeOffset at, Minutes? minutes = null)
    {
        walk.Begin(begun, id, at);
        minutes?.Write(begun);
    }

    /// <summary>Takes a move with a walk in hand, which then stands where the move led; refused, it stands as before.</summary>
    /// <param name="minutes">Where facts and commands are written; none are where there are no minutes.</param>
    public static Outcome<Done> Take(WalkState walk, Move move, Standing standing, DateTimeOffset at, Minutes? minutes = null)
    {
        if (Barred(walk, move, standing) is { } refusal)
            return refusal;
        return move switch
        {
            Move.Do done => Stepping.Do(walk, done, standing, at, minutes),
            Move.Choose choose => Stepping.Choose(walk, choose, standing, at, minutes),
            Move.Skip skip => Stepping.Skip(walk, skip, standing, at, minutes),
            Move.GoBack back => Stepping.GoBack(walk, back, standing, at, minutes),
            Move.Refer refer => Referring.Refer(walk, refer, standing, at, minutes),
            Move.DropReferral => Referring.Drop(walk, standing, minutes),
            Move.HearApproval heard => Referring.Hear(walk, heard, at, minutes),
            Move.HearRefusal heard => Referring.Hear(walk, heard, at, minutes),
            Move.Finish => Closing.Finish(walk, standing, at, minutes),
            Move.BreakOff broken => Closing.BreakOff(walk, broken, standing, at, minutes),
            _ => Pausing.Take(walk, move, standing, at, minutes),
        };
    }

    private static Refusal? Barred(WalkState walk, Move move, Standing standing)
    {
        if (move is Move.HearApproval or Move.HearRefusal)
            return null;
        if (walk.Ending is { } ending && move is not Move.MakeNote)
            return new Refusal("walk.finished", $"This walk is finished: {ending}.");
        if (move is Move.Resume resume)
            return walk.Left || resume.Referral is not null
                ? null
                : new Refusal("walk.not-left", "Nobody has left this contact: it is being worked on.");
        if (move is not Move.PutDown && walk.Agent != standing.By)
            return new Refusal("walk.with-another", "This contact is with a colleague now; what you typed was not applied.");
        return DeskRefusals.Left(walk.Left);
    }
}
