using Answerable.App.Acts;
using Answerable.App.Import.Profiles;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>The imports so far, the latest first unless another order is asked for; all of them, or those in one state.</summary>
[Needs(Permission.ImportData)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record ImportList(int Page = 1, ImportState? State = null, Order? Order = null) : IReading<ImportList.Listing>
{
    private const int PageSize = 50;

    public static IReadOnlyList<ProfileOffered> Profiles => ShippedProfiles.All;

    /// <param name="States">How many there are in each state.</param>
    public sealed record Listing(IReadOnlyList<ImportReport> Imports, int Total, IReadOnlyDictionary<ImportState, int> States)
    {
        public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
    }

    internal sealed class Reader : IAnswer<ImportList, Listing>
    {
        public async Task<Outcome<Listing>> Answer(ImportList reading, ReadingContext context, CancellationToken stop)
        {
            // What somebody discarded here is gone; what was put away otherwise is still asked after.
            var rows = context.Db.Set<ImportRow>().Where(row => row.State != ImportState.Discarded || row.PutAwayWhy != null);
            var inHand = rows.Where(row => (row.State != ImportState.Running && row.State != ImportState.Stopping)
                || row.FileKey != null || row.ByServer || row.HeldUntil > context.Now);
            var states = await inHand.GroupBy(row => row.State).Select(same => new { same.Key, Count = same.Count() })
                .ToDictionaryAsync(same => same.Key, same => same.Count, stop);
            if (await rows.CountAsync(stop) - states.Values.Sum() is var brokenOff and > 0)
                states[ImportState.BrokenOff] = brokenOff;
            // Ready are those alone in which there is something to import.
            var nothing = inHand.Where(row => row.State == ImportState.Ready && row.Imported == 0);
            if (await nothing.CountAsync(stop) is var none and > 0)
            {
                states[ImportState.NothingToImport] = none;
                states[ImportState.Ready] = Math.Max(0, states.GetValueOrDefault(ImportState.Ready) - none);
                if (states[ImportState.Ready] == 0)
                    states.Remove(ImportState.Ready);
            }
            rows = reading.State switch
            {
                null => rows,
                ImportState.BrokenOff => rows.Except(inHand),
                ImportState.NothingToImport => nothing,
                ImportState.Ready => inHand.Where(row => row.State == ImportState.Ready && row.Imported > 0),
                { } state => inHand.Where(row => row.State == state),
            };
            var page = await InOrder(rows, reading.Order).ThenByDescending(row => row.Id)
                .Skip((Math.Max(1, reading.Page) - 1) * PageSize).Take(PageSize).ToListAsync(stop);
            return new Listing(page.ConvertAll(row => ImportReport.Of(row, context.Db.Master, context.Now)), await rows.CountAsync(stop), states);
        }

        private static IOrderedQueryable<ImportRow> InOrder(IQueryable<ImportRow> rows, Order? order) => order?.By switch
        {
            "file" => order.Of(rows, row => row.FileName),
            "kind" => order.Of(rows, row => row.Profile),
            "brought" => order.Of(rows, row => row.BroughtAt),
            "rows" => order.Of(rows, row => row.Position),
            "rejected" => order.Of(rows, row => row.Rejected),
            "repaired" => order.Of(rows, row => row.Repaired),
            _ => rows.OrderByDescending(row => row.BroughtAt),
        };
    }
}
