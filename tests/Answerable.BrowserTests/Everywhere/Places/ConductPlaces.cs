using Answerable.App.Conduct;
using Answerable.App.Demo;
using Answerable.App.Storage;
using Answerable.Model.Conduct;
using Answerable.Model.Journal;
using Microsoft.EntityFrameworkCore;

namespace Answerable.BrowserTests.Everywhere.Places;

internal sealed class ConductPlaces : IPlaces
{
    public async Task<string?> AddressAsync(string pattern, AnswerableDb db, Visit visit) => pattern switch
    {
        "/desk/{Id:guid}" => $"/desk/{(await OnDeskAsync(db)).Value}",
        "/desk/{Id:guid}/notes" => $"/desk/{(await OnDeskAsync(db)).Value}/notes",
        "/referrals/{Id:guid}" =>
            $"/referrals/{(await db.Set<ReferralRow>().FirstAsync(row => row.Kind == FactKind.Demo && row.State == ReferralState.Open)).Id}",
        _ => null,
    };

    private static async Task<ContactId> OnDeskAsync(AnswerableDb db)
    {
        var agent = DemoPeople.Of("Jamal Francis").Id;
        return (await db.Set<HandlingRow>().FirstAsync(row => row.Agent == agent && row.ClosedAt == null)).Contact;
    }
}
