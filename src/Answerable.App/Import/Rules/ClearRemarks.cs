using Answerable.App.Acts;
using Answerable.App.Work;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Import;

/// <summary>Clears away what earlier passes through a file remarked, a few at a time, so that the desks never wait for it.</summary>
[WorkName("import.clear-remarks")]
internal sealed record ClearRemarks(ImportId Import) : IWork
{
    internal sealed class Performer(Dispatcher dispatcher) : IPerform<ClearRemarks>
    {
        public async Task<Outcome<Done>> PerformAsync(ClearRemarks work, WorkInHand hand, CancellationToken stop)
        {
            Outcome<int> gone;
            do
                gone = await dispatcher.DoAsync(new ForgetRemarks(work.Import), Actor.System, stop);
            while (gone is { Allowed: true, Value: > 0 });
            return gone.Then<Done>(_ => Done.It);
        }
    }
}
