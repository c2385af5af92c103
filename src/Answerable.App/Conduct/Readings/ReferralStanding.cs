using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Conduct;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>How a referral stands and with whom. An open page asks it whenever anything happened to one: so it is one question and no
/// more.</summary>
[Needs(Permission.HandleContacts)]
public sealed record ReferralStanding(ReferralId Referral) : IReading<ReferralStanding.View>
{
    public sealed record View(ReferralState State, Role ToRole, PersonId? With);

    internal sealed class Reader : IAnswer<ReferralStanding, View>
    {
        public async Task<Outcome<View>> Answer(ReferralStanding reading, ReadingContext context, CancellationToken stop) =>
            await context.Sees(context.Db.Set<ReferralRow>()).Where(row => row.Id == reading.Referral)
                .Select(row => new View(row.State, row.ToRole, row.AcceptedBy ?? row.AssignedTo)).SingleOrDefaultAsync(stop) is { } view
                ? view : ConductRefusals.NoSuchReferral;
    }
}
