using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>
/// Who let whom in of late. Whoever invites a colleague, gives them their roles, a one-time link or their account back could be that colleague:
/// for a week the two are one person where two are needed, and so are two whom a third let in that could have asked as well.
/// </summary>
internal static class LetIn
{
    private static readonly string[] Ways =
    [
        .. new[] { typeof(PersonInvited), typeof(InvitationRenewed), typeof(RolesChanged), typeof(PersonReactivated) }
            .Select(FactCatalogue.Forms.Name),
    ];

    /// <param name="By">Who let one of the two in, and of whom so both may be the doing.</param>
    /// <param name="Until">From then on it counts no more.</param>
    public sealed record Tie(PersonId By, DateTimeOffset Until);

    /// <summary>What makes one of the two persons of whom the other is; null where they are two.</summary>
    public static async Task<Tie?> BetweenAsync(AnswerableDb db, PersonId asker, PersonId second, Permission permission, DateTimeOffset now,
        CancellationToken stop)
    {
        var (of, with) = (await BehindAsync(db, asker, now, stop), await BehindAsync(db, second, now, stop));
        foreach (var shared in of.Keys.Intersect(with.Keys))
            if (shared == asker || shared == second || Access.Allows(await HeldRoles.OfAsync(db, shared, stop), permission))
                return new Tie(shared, of[shared] > with[shared] ? of[shared] : with[shared]);
        return null;
    }

    /// <summary>The person, and whoever is behind their being here, with until when that counts.</summary>
    private static async Task<Dictionary<PersonId, DateTimeOffset>> BehindAsync(
        AnswerableDb db, PersonId person, DateTimeOffset now, CancellationToken stop)
    {
        var (since, behind) = (now - Countersigned.Lifetime, new Dictionary<PersonId, DateTimeOffset> { [person] = DateTimeOffset.MinValue });
        var todo = new Queue<PersonId>([person]);
        while (todo.TryDequeue(out var one))
        {
            var lines = await db.Set<JournalRow>()
                .Where(row => row.Subject == one.Value && row.Actor != null && row.Actor != one.Value && Ways.Contains(row.Name) && row.At > since)
                .GroupBy(row => row.Actor!.Value).Select(by => new { by.Key, At = by.Max(row => row.At) }).ToListAsync(stop);
            foreach (var line in lines)
                if (behind.TryAdd(PersonId.From(line.Key), line.At + Countersigned.Lifetime))
                    todo.Enqueue(PersonId.From(line.Key));
        }
        return behind;
    }
}
