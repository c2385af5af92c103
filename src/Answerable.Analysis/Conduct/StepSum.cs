using Answerable.Analysis.Measures;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.Analysis.Conduct;

/// <summary>Adds the facts of walks up to cells of steps. A fact says all that is needed of itself; of its walk only version and channel must be
/// known.</summary>
/// <param name="roleOf">The role somebody had at a moment; null where it is not known.</param>
public sealed class StepSum(Func<PersonId, DateTimeOffset, Role?> roleOf)
{
    /// <summary>What a fact says of a step.</summary>
    /// <param name="Ms">How long the stay was that ended by taking the step.</param>
    public readonly record struct Said(string Step, PersonId By, Measure Measure, long? Ms = null);

    public Dictionary<CellKey, Cell> Cells { get; } = [];

    /// <summary>Null where a fact tells nothing of how a step went.</summary>
    public static Said? Of(WalkFact fact) => fact switch
    {
        StepDone done => new Said(done.Node, done.By, StepMeasures.Taken, done.Ms),
        DecisionAnswered answered => new Said(answered.Node, answered.By, StepMeasures.Taken, answered.Ms),
        WalkFinished finished => new Said(finished.Node, finished.By, StepMeasures.Taken, finished.Ms),
        StepSkipped skipped => new Said(skipped.Node, skipped.By, StepMeasures.LeftOut),
        WentBack back => new Said(back.To, back.By, StepMeasures.GoneBackOn),
        WalkReferred referred => new Said(referred.Node, referred.By, StepMeasures.Referred),
        WalkBrokenOff broken => new Said(broken.Node, broken.By, StepMeasures.BrokenOff),
        _ => null,
    };

    public void Add(string version, Channel channel, FactKind kind, DateTimeOffset at, Said said)
    {
        var role = roleOf(said.By, at)?.ToString() ?? "";
        var key = new CellKey(StepMeasures.Family, kind.ToString(), version, said.Step, role, channel.ToString());
        if (!Cells.TryGetValue(key, out var cell))
            Cells.Add(key, cell = new Cell(StepMeasures.Family));
        cell.Count(said.Measure);
        if (said.Ms is not { } ms)
            return;
        cell.Add(StepMeasures.Time, ms);
        cell.Mark(StepMeasures.Times, QuarterSum.Bucket(ms));
    }
}
