using Answerable.App.Storage;

namespace Answerable.App.Centre;

/// <summary>A module that meets queues by name: in what was delivered, in what is planned. The centre's hours ask them all and know none.</summary>
internal interface IKnownQueues
{
    Task<IEnumerable<string>> OfAsync(AnswerableDb db, CancellationToken stop);
}
