using Answerable.Model.Journal;

namespace Answerable.App.Storage;

/// <summary>Facts delivered from outside: appended in bulk, no rows of their own.</summary>
internal sealed class Delivery(IReadOnlyList<Entry> entries, IReadOnlyList<Notice> notices) : Errand("delivery")
{
    private readonly TaskCompletionSource<bool[]> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool[] _new = new bool[entries.Count];

    public Task<bool[]> Finished => _finished.Task;

    public override Task PerformAsync(Batch batch)
    {
        for (var place = 0; place < entries.Count; place++)
            batch.Append(entries[place], _new, place);
        batch.Notices.AddRange(notices);
        return Task.CompletedTask;
    }

    public override void Committed() => _finished.TrySetResult(_new);
    public override void Failed(Exception why) => _finished.TrySetException(why);
}

/// <summary>Facts delivered in bulk by one who keeps its own books: its rows change in the very transaction that appends them.</summary>
internal sealed class KeptDelivery(IReadOnlyList<Entry> entries, Func<AnswerableDb, bool[], Task> keep, IReadOnlyList<Notice> notices)
    : Errand("kept delivery")
{
    private readonly TaskCompletionSource<bool[]> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool[] _new = new bool[entries.Count];
    private Exception? _bug;

    public Task<bool[]> Finished => _finished.Task;

    public override async Task PerformAsync(Batch batch)
    {
        _bug = await batch.ApartAsync(async () =>
        {
            for (var place = 0; place < entries.Count; place++)
                batch.Append(entries[place], _new, place);
            await batch.FlushAsync();
            await using var db = batch.NewContext();
            await keep(db, _new);
            await db.SaveChangesAsync();
            return true;
        });
        if (_bug is null)
            batch.Notices.AddRange(notices);
    }

    public override void Committed()
    {
        if (_bug is not null)
            _finished.TrySetException(_bug);
        else
            _finished.TrySetResult(_new);
    }

    public override void Failed(Exception why) => _finished.TrySetException(why);
}
