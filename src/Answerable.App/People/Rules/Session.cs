using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>
/// What a sign-in opens: who acts, in which roles, as of then; their team is read as it is now. It ends when the stamp is no longer the
/// person's, when it is itself signed out or ended from elsewhere, when it was left untouched too long, and a day after it was opened.
/// </summary>
public sealed record Session(PersonId Person, string Name, string Email, IReadOnlyList<Role> Roles, TeamId? Team, string Stamp,
    DateTimeOffset OpenedAt)
{
    /// <summary>So long it goes on at most, however much is done in it.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public SessionId Id { get; } = Ids.New<SessionId>();

    /// <summary>A second factor is demanded of their roles and they have none: until it is set up they have no role.</summary>
    public bool OwesSecondFactor { get; private init; }

    public Claim Shown => new(Person, Stamp, Id);

    /// <summary>What a request shows of the session it says it is made in.</summary>
    /// <param name="Id">None where it began before sessions had numbers.</param>
    public sealed record Claim(PersonId Person, string Stamp, SessionId? Id);

    /// <summary>Where the person of a session has their place now: being moved ends no session.</summary>
    public sealed record Place(TeamId? Team);

    /// <summary>Whether there is such a person, not deactivated.</summary>
    internal static Task<bool> MayOpenAsync(AnswerableDb db, PersonId id, CancellationToken stop) =>
        db.Set<PersonRow>().AnyAsync(row => row.Id == id && row.DeactivatedAt == null, stop);

    /// <summary>As of now; null where there is no such person, or one deactivated.</summary>
    /// <param name="secondFactor">Whether more than a password was shown.</param>
    internal static async Task<Session?> OpenAsync(ActContext context, PersonId id, bool secondFactor, string browser, CancellationToken stop)
    {
        var db = context.Db;
        if (await db.Set<PersonRow>().SingleOrDefaultAsync(row => row.Id == id && row.DeactivatedAt == null, stop) is not { } person)
            return null;
        var credentials = (await db.Set<Credentials>().FindAsync([id], stop))!;
        var roles = await HeldRoles.OfAsync(db, id, stop);
        var owes = !secondFactor && !credentials.TwoFactorEnabled && (await SignInRulesRow.OfAsync(db, stop)).DemandsOf(roles);
        var session = new Session(id, person.Name, credentials.Email!, owes ? [] : roles, person.Team, credentials.SecurityStamp!, context.Now)
        { OwesSecondFactor = owes };
        await SessionRow.OpenAsync(context, session, secondFactor, browser, stop);
        return session;
    }

    /// <summary>One's own goes on under the person's new stamp, as it was opened.</summary>
    internal static async Task<Session> GoOnAsync(ActContext context, CancellationToken stop)
    {
        var before = context.Who.Session is { } id ? await context.Db.Set<SessionRow>().FindAsync([id], stop) : null;
        return (await OpenAsync(context, context.Who.Id, before?.SecondFactor == true, before?.Browser ?? "", stop))!;
    }
}
