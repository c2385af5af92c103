using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Acts;

/// <summary>Whether the session somebody acts by still stands: the people's module answers.</summary>
internal interface ISessions
{
    /// <summary>What an act by a session that has ended meanwhile is answered with.</summary>
    static readonly Refusal Ended = new("session.ended", "Not done: your session has ended, or what you may do was changed. Sign in again.");

    /// <summary>
    /// Asked inside the writer, of the rows as they stand before the act: nothing is done in the name of somebody who was deactivated, signed out or
    /// given other roles before it, on whichever node that was. Whoever was moved acts from their new place.
    /// </summary>
    /// <returns>Null where the session has ended.</returns>
    Task<Actor?> ActorNowAsync(AnswerableDb db, Actor who, CancellationToken stop);
}
