using Answerable.App.Storage;
using Answerable.Model.Journal;

namespace Answerable.App.Acts;

/// <summary>Where what an act tells of comes from: the journal answers.</summary>
internal interface IOrigins
{
    /// <summary>Whether anything here can be invented at all.</summary>
    ValueTask<bool> AnyInventedAsync();

    /// <summary>The kind of what is told of a subject; null where nothing was told of it yet.</summary>
    Task<FactKind?> KindAsync(AnswerableDb db, Guid subject, CancellationToken stop);
}
