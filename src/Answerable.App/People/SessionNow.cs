using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.People;

/// <summary>The session a person would have, signing in now.</summary>
[Needs(Permission.Anyone)]
public sealed record SessionNow(PersonId Person) : IReading<Session>
{
    internal sealed class Reader : IAnswer<SessionNow, Session>
    {
        public async Task<Outcome<Session>> Answer(SessionNow reading, ReadingContext context, CancellationToken stop) =>
            await Session.OfAsync(context.Db, reading.Person, stop) is { } session ? session : PeopleRefusals.NotFound;
    }
}
