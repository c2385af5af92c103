using Answerable.App.Journal;
using Answerable.App.Operations;
using Answerable.App.Privacy;
using Answerable.App.Work;
using Answerable.DatabaseTests.Acts;
using Answerable.Model.People;

namespace Answerable.DatabaseTests.Operations;

internal sealed class OperationsSamples : IActSamples
{
    private static readonly DateTimeOffset At = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);

    public IReadOnlyDictionary<Type, Func<ActStage, Task>> Samples { get; } = new Dictionary<Type, Func<ActStage, Task>>
    {
        [typeof(ChangeAnchoring)] = stage => stage.Must(new ChangeAnchoring(Path.GetTempPath(), "", "")),
        [typeof(NoteAnchor)] = async stage =>
        {
            await stage.Must(new ChangeAnchoring(Path.GetTempPath(), "", ""));
            await stage.Must(new NoteAnchor(DateOnly.FromDateTime(At.Date).AddDays(stage.Next()), AnchorPlace.Folder, Path.GetTempPath(),
                new Anchor(At, 1, "ab", "cd"), null));
        },
        [typeof(NoteBackup)] = stage => stage.Must(new NoteBackup(At)),
        [typeof(NoteRound)] = stage => stage.Must(new NoteRound("stage", TimeSpan.FromSeconds(5), "It could not be done.")),
        [typeof(TryWorkAgain)] = async stage => await stage.Must(new TryWorkAgain(await GivenUpAsync(stage))),
    };

    private static async Task<WorkId> GivenUpAsync(ActStage stage)
    {
        await using var db = stage.Centre.OpenDb();
        var row = OutboxRow.Of(new WipeErased(), null, "Overwriting what was erased", Actor.System, stage.Centre.Time.GetUtcNow());
        row.End(WorkState.Failed, "It could not be done.", stage.Centre.Time.GetUtcNow());
        db.Add(row);
        await db.SaveChangesAsync();
        return row.Id;
    }
}
