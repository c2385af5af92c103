using Answerable.App.Storage;
using Answerable.App.Work;

namespace Answerable.App.Planning;

/// <summary>Long work of planning as its pages show it: how it stands as its row says, and how far it has come where this server does it.</summary>
internal sealed class PlanningRuns(WorkDesk desk)
{
    public async Task<RunState?> FindAsync(AnswerableDb db, RunKey key, CancellationToken stop)
    {
        if (await Outbox.FindAsync(db, key.Text, stop) is not { } row)
            return null;
        var (done, wanted, left) = desk.Find(row.Id)?.Far() ?? default;
        return new RunState(key, StageOf(row.State), row.Doing, done, wanted, left, row.Asked().Name, row.IsOpen ? null : row.Reason);
    }

    private static RunStage StageOf(WorkState state) => state switch
    {
        WorkState.Waiting => RunStage.Waiting,
        WorkState.Running => RunStage.Running,
        WorkState.Done => RunStage.Finished,
        WorkState.Stopped => RunStage.Stopped,
        _ => RunStage.Failed,
    };
}
