using Answerable.App.Storage;
using Answerable.Model;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Acts;

/// <summary>An act: its rows and its entries stand or fall together, and apart from the others of the batch.</summary>
internal sealed class ActUnderWay<TResult>(string name, Func<AnswerableDb, (ActContext, Task<Outcome<TResult>>)> act) : Errand(name)
{
    private readonly TaskCompletionSource<Outcome<TResult>> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Outcome<TResult> _outcome;
    private Exception? _bug;

    public Task<Outcome<TResult>> Finished => _finished.Task;

    public override async Task PerformAsync(Batch batch)
    {
        _bug = await batch.ApartAsync(async () =>
        {
            _outcome = await PerformInsideAsync(batch);
            return _outcome.Allowed;
        });
        if (_bug is not DbUpdateConcurrencyException)
            return;
        _bug = null;
        _outcome = ChangedMeanwhile.Refusal;
    }

    private async Task<Outcome<TResult>> PerformInsideAsync(Batch batch)
    {
        await using var db = batch.NewContext();
        var (context, running) = act(db);
        var outcome = await running;
        if (!outcome.Allowed)
            return outcome;
        await db.SaveChangesAsync();
        if (context.Rows.Count > 0)
            await batch.KeepAsync(context.Rows);
        var told = await context.ToldAsync(CancellationToken.None);
        foreach (var entry in told)
            batch.Append(entry);
        await batch.FlushAsync();
        batch.Notices.AddRange(context.Notices);
        batch.Notices.AddRange(FactTopics.Told(told));
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

internal static class ActsUnderWay
{
    /// <summary>Runs an act inside the writer; what it comes to once it is durable.</summary>
    /// <param name="name">What the act is called where the writer's time is measured.</param>
    public static async Task<Outcome<TResult>> RunAsync<TResult>(
        this Writer writer, string name, Lane lane, Func<AnswerableDb, (ActContext, Task<Outcome<TResult>>)> act, CancellationToken stop)
    {
        var underWay = new ActUnderWay<TResult>(name, act);
        await writer.TakeAsync(underWay, lane, stop);
        return await underWay.Finished;
    }
}
