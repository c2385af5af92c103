using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>What this centre demands of sign-ins, and how many do not meet it yet.</summary>
[Needs(Permission.AdministerPeople)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record SignInRules : IReading<SignInRules.View>
{
    /// <param name="Without">How many hold each role and have neither a second factor nor a passkey, which stands for one.</param>
    public sealed record View(int IdleMinutes, IReadOnlyList<Role> SecondFactor, long Revision, IReadOnlyDictionary<Role, int> Without);

    internal sealed class Reader : IAnswer<SignInRules, View>
    {
        public async Task<Outcome<View>> Answer(SignInRules reading, ReadingContext context, CancellationToken stop)
        {
            var (db, row) = (context.Db, await SignInRulesRow.OfAsync(context.Db, stop));
            var without = db.Set<PersonRow>().Where(person => person.DeactivatedAt == null
                && !Credentials.WithSecondFactor(db).Contains(person.Id));
            var counted = await db.Set<HeldRoleRow>().Where(held => without.Any(person => person.Id == held.Person))
                .GroupBy(held => held.Role).Select(same => new { same.Key, Count = same.Count() })
                .ToDictionaryAsync(same => same.Key, same => same.Count, stop);
            return new View(row.IdleMinutes, row.SecondFactorOf, row.Revision, counted);
        }
    }
}
