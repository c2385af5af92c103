using Answerable.Model;

namespace Answerable.App.Acts;

internal interface IHandle<in TAct, TResult> where TAct : IAct<TResult>
{
    Task<Outcome<TResult>> Handle(TAct act, ActContext context, CancellationToken stop);
}

/// <summary>
/// Handles an act that reads long or computes in two phases: beside the writer it prepares from what is committed, holding up nobody;
/// inside it compares what others may have changed meanwhile, and writes.
/// </summary>
internal interface IHandle<in TAct, TPrepared, TResult> where TAct : IAct<TResult>
{
    Task<Outcome<TPrepared>> Prepare(TAct act, ReadingContext context, CancellationToken stop);

    /// <summary>Refuses with <see cref="Overtaken"/> where what was prepared no longer holds: the act is then prepared again.</summary>
    Task<Outcome<TResult>> Decide(TAct act, TPrepared prepared, ActContext context, CancellationToken stop);
}

internal interface IAnswer<in TReading, TResult> where TReading : IReading<TResult>
{
    Task<Outcome<TResult>> Answer(TReading reading, ReadingContext context, CancellationToken stop);
}

/// <summary>What an act had prepared no longer holds, for others have changed it meanwhile.</summary>
internal static class Overtaken
{
    public static readonly Refusal Refusal =
        new("act.overtaken", "Others changed this again and again while it was being done. Try again in a moment.");
}
