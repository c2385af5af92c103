using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>What one signs in with oneself.</summary>
[Needs(Permission.SignedIn)]
[Unscoped(UnscopedAttribute.Own)]
public sealed record OwnAccount : IReading<OwnAccount.View>
{
    public sealed record View(string Email, bool SecondFactor, int RecoveryCodesLeft, bool SecondFactorDemanded = false);

    internal sealed class Reader : IAnswer<OwnAccount, View>
    {
        public async Task<Outcome<View>> Answer(OwnAccount reading, ReadingContext context, CancellationToken stop)
        {
            if (await context.Db.Set<Credentials>().SingleOrDefaultAsync(row => row.Id == context.Who.Id, stop) is not { } credentials)
                return PeopleRefusals.NotFound;
            return new View(credentials.Email!, credentials.TwoFactorEnabled,
                await SecondFactorRows.CodesLeftAsync(context.Db, credentials.Id, stop), await DemandedAsync(context, credentials, stop));
        }

        // By the roles that are theirs, which they may not have in this session yet.
        private static async Task<bool> DemandedAsync(ReadingContext context, Credentials credentials, CancellationToken stop) =>
            (await SignInRulesRow.OfAsync(context.Db, stop)).DemandsOf(await HeldRoles.OfAsync(context.Db, credentials.Id, stop));
    }
}
