using Answerable.App.Acts;
using Answerable.App.Storage;

namespace Answerable.App.People;

/// <summary>What another module gave a person to act by, and what ends for good once they work here no more: in the very act that deactivates
/// them, and again in the one that lets them back, for those who left while nothing ended with them.</summary>
internal interface IEndWithPerson
{
    Task EndAsync(ActContext context, PersonId person, CancellationToken stop);

    /// <summary>What would end were somebody deactivated now, in a sentence each.</summary>
    Task<IReadOnlyList<string>> ForeseenAsync(AnswerableDb db, PersonId person, CancellationToken stop);
}
