using Answerable.Model;

namespace Answerable.App.Acts;

internal interface IHandle<in TAct, TResult> where TAct : IAct<TResult>
{
    Task<Outcome<TResult>> Handle(TAct act, ActContext context, CancellationToken stop);
}

internal interface IAnswer<in TReading, TResult> where TReading : IReading<TResult>
{
    Task<Outcome<TResult>> Answer(TReading reading, ReadingContext context, CancellationToken stop);
}
