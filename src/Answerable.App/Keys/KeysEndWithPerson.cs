using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Keys;

/// <summary>A person's own keys end when they leave; they do not come back with them.</summary>
internal sealed class KeysEndWithPerson : IEndWithPerson
{
    private const string Why = "Its person was deactivated.";

    public async Task EndAsync(ActContext context, PersonId person, CancellationToken stop)
    {
        foreach (var key in await Of(context.Db, person).ToListAsync(stop))
            key.Revoke(context, Why);
    }

    public async Task<IReadOnlyList<string>> ForeseenAsync(AnswerableDb db, PersonId person, CancellationToken stop) =>
        await Of(db, person).CountAsync(stop) switch
        {
            0 => [],
            1 => ["Their own key ends for good."],
            var keys => [$"Their {keys} own keys end for good."],
        };

    private static IQueryable<KeyRow> Of(AnswerableDb db, PersonId person) =>
        db.Set<KeyRow>().Where(row => row.Owner == person && row.RevokedAt == null);
}
