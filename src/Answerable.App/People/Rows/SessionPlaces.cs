using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>Where the people of sessions have their places, as the rows say: of a session that has ended there is none.</summary>
internal static class SessionPlaces
{
    private static readonly Question<Func<AnswerableDb, PersonId, string, SessionId?, CancellationToken, Task<Session.Place?>>> Asked = new(() =>
        EF.CompileAsyncQuery((AnswerableDb db, PersonId person, string stamp, SessionId? session, CancellationToken stop) =>
            db.Set<PersonRow>().Where(row => row.Id == person && row.DeactivatedAt == null
                && db.Set<Credentials>().Any(known => known.Id == person && known.SecurityStamp == stamp)
                && !db.Set<SessionRow>().Any(ended => ended.Id == session && ended.EndedAt != null))
                .Select(row => new Session.Place(row.Team)).FirstOrDefault()));

    public static Task<Session.Place?> OfAsync(AnswerableDb db, Session.Claim session, CancellationToken stop) =>
        Asked.To(db)(db, session.Person, session.Stamp, session.Id, stop);

    /// <summary>Many at once, by two reads.</summary>
    public static async Task<Dictionary<Session.Claim, Session.Place>> OfAsync(AnswerableDb db, Session.Claim[] sessions)
    {
        var (people, numbers) = (sessions.Select(session => session.Person).Distinct().ToArray(),
            sessions.Select(session => session.Id).OfType<SessionId>().ToArray());
        var known = await (from person in db.Set<PersonRow>()
                           join credentials in db.Set<Credentials>() on person.Id equals credentials.Id
                           where EF.Parameter(people).Contains(person.Id) && person.DeactivatedAt == null
                           select new { person.Id, credentials.SecurityStamp, person.Team }).ToDictionaryAsync(row => row.Id);
        var ended = await db.Set<SessionRow>().Where(row => row.EndedAt != null && EF.Parameter(numbers).Contains(row.Id))
            .Select(row => row.Id).ToListAsync();
        return sessions.Where(session => known.GetValueOrDefault(session.Person)?.SecurityStamp == session.Stamp
                && !(session.Id is { } id && ended.Contains(id)))
            .ToDictionary(session => session, session => new Session.Place(known[session.Person].Team));
    }
}
