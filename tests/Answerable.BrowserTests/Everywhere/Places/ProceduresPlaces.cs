using Answerable.App.Procedures;
using Answerable.App.Storage;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.BrowserTests.Everywhere.Places;

internal sealed class ProceduresPlaces : IPlaces
{
    public async Task<string?> AddressAsync(string pattern, AnswerableDb db, Visit visit) => pattern switch
    {
        "/contact-types/{Code}" or "/contact-types/{Code}/boundaries" => pattern.Replace("{Code}", "missed-bin", StringComparison.Ordinal),
        _ when pattern.StartsWith("/procedures/", StringComparison.Ordinal) => await ProcedureAsync(db, pattern),
        _ => null,
    };

    private static async Task<string> ProcedureAsync(AnswerableDb db, string pattern)
    {
        var type = await db.Set<ContactTypeRow>().SingleAsync(row => row.Code == "missed-bin");
        var procedure = await db.Set<ProcedureRow>().SingleAsync(row => row.ContactType == type.Id);
        string[] drafts = ["/outline", "/publication", "/withdrawal"];
        var state = drafts.Any(end => pattern.EndsWith(end, StringComparison.Ordinal)) ? VersionState.Draft : VersionState.Published;
        var version = await db.Set<VersionRow>().Where(row => row.Procedure == procedure.Id && row.State == state).FirstAsync();
        var address = pattern.Replace("{Id:guid}", $"{procedure.Id}", StringComparison.Ordinal)
            .Replace("{Number:int}", $"{version.Number}", StringComparison.Ordinal);
        return pattern.EndsWith("/comparison", StringComparison.Ordinal) ? $"{address}?before=1&after=2" : address;
    }
}
