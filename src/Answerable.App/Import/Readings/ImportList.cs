using Answerable.App.Acts;
using Answerable.App.Import.Profiles;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>The imports so far, the latest first.</summary>
[Needs(Permission.ImportData)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record ImportList(int Page = 1) : IReading<ImportList.Listing>
{
    private const int PageSize = 50;

    public static IReadOnlyList<ProfileOffered> Profiles => ShippedProfiles.All;

    public sealed record Listing(IReadOnlyList<ImportReport> Imports, int Total)
    {
        public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
    }

    internal sealed class Reader : IAnswer<ImportList, Listing>
    {
        public async Task<Outcome<Listing>> Answer(ImportList reading, ReadingContext context, CancellationToken stop)
        {
            var rows = context.Db.Set<ImportRow>().Where(row => row.State != ImportState.Discarded);
            var page = await rows.OrderByDescending(row => row.BroughtAt).ThenByDescending(row => row.Id)
                .Skip((Math.Max(1, reading.Page) - 1) * PageSize).Take(PageSize).ToListAsync(stop);
            return new Listing(page.ConvertAll(ImportReport.Of), await rows.CountAsync(stop));
        }
    }
}
