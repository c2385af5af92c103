using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.App.Work;
using Answerable.Model;

namespace Answerable.App.People;

/// <summary>What another module does once a person works here no more, or in other roles. It may be done twice.</summary>
internal interface IFollowPerson
{
    Task<Outcome<Done>> FollowAsync(CancellationToken stop);

    /// <summary>What would follow were somebody deactivated now, in a sentence each.</summary>
    Task<IReadOnlyList<string>> ForeseenAsync(AnswerableDb db, PersonId person, CancellationToken stop);
}

/// <summary>The work that follows a deactivation or a change of roles: apart from the act, so that nothing stands in its way.</summary>
[WorkName("people.follow-person")]
internal sealed record PersonFollowed : IWork
{
    internal sealed class Performer(IEnumerable<IFollowPerson> followers) : IPerform<PersonFollowed>
    {
        public async Task<Outcome<Done>> PerformAsync(PersonFollowed work, WorkInHand hand, CancellationToken stop)
        {
            foreach (var follower in followers)
                if (await follower.FollowAsync(stop) is { Allowed: false } refused)
                    return refused;
            return Done.It;
        }
    }
}
