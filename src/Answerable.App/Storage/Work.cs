using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Storage;

/// <summary>One thing that waits for the writer.</summary>
internal abstract class Work
{
    public abstract Task PerformAsync(Batch batch);
    public abstract void Committed();
    public abstract void Failed(Exception why);
}

/// <summary>Facts delivered from outside: appended in bulk, no rows of their own.</summary>
internal sealed class Delivery(IReadOnlyList<Entry> entries, IReadOnlyList<Notice> notices) : Work
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
internal sealed class KeptDelivery(IReadOnlyList<Entry> entries, Func<AnswerableDb, bool[], Task> keep, IReadOnlyList<Notice> notices) : Work
{
    private readonly TaskCompletionSource<bool[]> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool[] _new = new bool[entries.Count];

    public Task<bool[]> Finished => _finished.Task;

    public override async Task PerformAsync(Batch batch)
    {
        for (var place = 0; place < entries.Count; place++)
            batch.Append(entries[place], _new, place);
        await batch.FlushAsync();
        await using var db = batch.NewContext();
        await keep(db, _new);
        await db.SaveChangesAsync();
        batch.Notices.AddRange(notices);
    }

    public override void Committed() => _finished.TrySetResult(_new);
    public override void Failed(Exception why) => _finished.TrySetException(why);
}

/// <summary>An act: its rows and its entries stand or fall together, and apart from the others of the batch.</summary>
internal sealed class ActUnderWay<TResult>(Func<AnswerableDb, (ActContext, Task<Outcome<TResult>>)> act) : Work
{
    private const string Savepoint = "act";
    private readonly TaskCompletionSource<Outcome<TResult>> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Outcome<TResult> _outcome;
    private Exception? _bug;

    public Task<Outcome<TResult>> Finished => _finished.Task;

    public override async Task PerformAsync(Batch batch)
    {
        await batch.FlushAsync();
        await batch.Transaction.SaveAsync(Savepoint);
        try
        {
            _outcome = await PerformInsideAsync(batch);
        }
        catch (DbUpdateConcurrencyException)
        {
            _outcome = new Refusal("changed-meanwhile", "Somebody else changed this while you were looking at it. Open it again to see it as it is now.");
        }
        catch (Exception bug)
        {
            _bug = bug;
        }
        if (_bug is not null || !_outcome.Allowed)
            await batch.Transaction.RollbackAsync(Savepoint);
        await batch.Transaction.ReleaseAsync(Savepoint);
    }

    private async Task<Outcome<TResult>> PerformInsideAsync(Batch batch)
    {
        await using var db = batch.NewContext();
        var (context, running) = act(db);
        var outcome = await running;
        if (!outcome.Allowed)
            return outcome;
        await db.SaveChangesAsync();
        foreach (var entry in context.Entries)
            batch.Append(entry);
        batch.Notices.AddRange(context.Notices);
        await batch.FlushAsync();
        return outcome;
    }

    public override void Committed()
    {
        if (_bug is not null)
            _finished.TrySetException(_bug);
        else
            _finished.TrySetResult(_outcome);
    }

    public override void Failed(Exception why) => _finished.TrySetException(why);
}
