using Answerable.Model;

namespace Answerable.App.Acts;

/// <summary>What is left of an act once it is prepared: its part inside the writer.</summary>
internal delegate Task<Outcome<TResult>> Decision<TResult>(ActContext context, CancellationToken stop);

/// <summary>How an act is done, in one phase or in two: asked for its decision first, beside the writer.</summary>
internal interface IDo<in TAct, TResult> where TAct : IAct<TResult>
{
    /// <summary>Whether it reads or computes before its decision.</summary>
    bool Prepares { get; }

    /// <param name="beside">Rows as they are committed; used only by one that prepares.</param>
    Task<Outcome<Decision<TResult>>> ReadyAsync(TAct act, ReadingContext? beside, CancellationToken stop);
}

internal sealed class InOnePhase<TAct, TResult>(IHandle<TAct, TResult> handler) : IDo<TAct, TResult> where TAct : IAct<TResult>
{
    public bool Prepares => false;

    public Task<Outcome<Decision<TResult>>> ReadyAsync(TAct act, ReadingContext? beside, CancellationToken stop) =>
        Task.FromResult<Outcome<Decision<TResult>>>(new Decision<TResult>((context, stopped) => handler.Handle(act, context, stopped)));
}

internal sealed class InTwoPhases<TAct, TPrepared, TResult>(IHandle<TAct, TPrepared, TResult> handler) : IDo<TAct, TResult> where TAct : IAct<TResult>
{
    public bool Prepares => true;

    public async Task<Outcome<Decision<TResult>>> ReadyAsync(TAct act, ReadingContext? beside, CancellationToken stop) =>
        (await handler.Prepare(act, beside!, stop)).Then<Decision<TResult>>(prepared =>
            new Decision<TResult>((context, stopped) => handler.Decide(act, prepared, context, stopped)));
}
