using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>
/// What a sign-in opens: who acts, in which roles, as of then. It ends when the stamp is no longer the person's, or when it is itself signed out.
/// </summary>
public sealed record Session(PersonId Person, string Name, string Email, IReadOnlyList<Role> Roles, TeamId? Team, string Stamp)
{
    /// <summary>So long it goes on without being asked for anything.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public SessionId Id { get; } = Ids.New<SessionId>();

    public Standing Stands => new(Person, Stamp, Id);

    /// <summary>What a session stands by.</summary>
    /// <param name="Id">None where it began before sessions had numbers.</param>
    public sealed record Standing(PersonId Person, string Stamp, SessionId? Id);

    /// <summary>As of now; null where there is no such person, or one deactivated.</summary>
    internal static async Task<Session?> OfAsync(AnswerableDb db, PersonId id, CancellationToken stop)
    {
        if (await db.Set<PersonRow>().SingleOrDefaultAsync(row => row.Id == id && row.DeactivatedAt == null, stop) is not { } person)
            return null;
        var credentials = (await db.Set<Credentials>().FindAsync([id], stop))!;
        return new Session(id, person.Name, credentials.Email!, await HeldRoles.OfAsync(db, id, stop), person.Team, credentials.SecurityStamp!);
    }
}
