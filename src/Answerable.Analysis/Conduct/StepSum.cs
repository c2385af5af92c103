using Answerable.Analysis.Measures;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.Analysis.Conduct;

/// <summary>Adds the facts of walks up to cells of steps. Facts say all that is needed of themselves; of the walk only its version and its channel must be known.</summary>
/// <param name="roleOf">The role somebody had at a moment; null where it is not known.</param>
public sealed class StepSum(Func<PersonId, DateTimeOffset, Role?> roleOf)
{
    private readonly Dictionary<CellKey, Cell> _cells = [];

    public Dictionary<CellKey, Cell> Cells => _cells;

    public void Add(string version, Channel channel, FactKind kind, DateTimeOffset at, WalkFact fact)
    {
        switch (fact)
        {
            case StepDone done: Take(CellOf(done.Node, done.By), done.Ms); break;
            case DecisionAnswered answered: Take(CellOf(answered.Node, answered.By), answered.Ms); break;
            case WalkFinished finished: Take(CellOf(finished.Node, finished.By), finished.Ms); break;
            case StepSkipped skipped: CellOf(skipped.Node, skipped.By).Count(StepMeasures.LeftOut); break;
            case WentBack back: CellOf(back.To, back.By).Count(StepMeasures.GoneBackOn); break;
            case WalkReferred referred: CellOf(referred.Node, referred.By).Count(StepMeasures.Referred); break;
            case WalkBrokenOff broken: CellOf(broken.Node, broken.By).Count(StepMeasures.BrokenOff); break;
        }

        Cell CellOf(string step, PersonId by)
        {
            var key = new CellKey(StepMeasures.Family, kind.ToString(), version, step, roleOf(by, at)?.ToString() ?? "", channel.ToString());
            if (!_cells.TryGetValue(key, out var cell))
                _cells.Add(key, cell = new Cell(StepMeasures.Family));
            return cell;
        }
    }

    private static void Take(Cell cell, long ms)
    {
        cell.Count(StepMeasures.Taken);
        cell.Add(StepMeasures.Time, ms);
        cell.Mark(StepMeasures.Times, QuarterSum.Bucket(ms));
    }
}
