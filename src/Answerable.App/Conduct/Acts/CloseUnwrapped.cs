using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.Contacts;
using Answerable.Model;
using Answerable.Model.Centre;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>
/// Closes contacts whose conversation telephony told the end of, and never the end of the work after it, once the centre's time for that has passed:
/// at their end, so that what is known of their handling counts. Not those on a desk, where somebody may still be at it. Returns how many
/// were closed.
/// </summary>
[Needs(Permission.AdministerSystem)]
public sealed record CloseUnwrapped : IAct<int>
{
    private const int Most = 200;

    internal sealed class Handler(CentreInForce centre) : IHandle<CloseUnwrapped, CentreSettings, int>
    {
        public async Task<Outcome<CentreSettings>> Prepare(CloseUnwrapped act, ReadingContext context, CancellationToken stop) =>
            await centre.NowAsync();

        public async Task<Outcome<int>> Decide(CloseUnwrapped act, CentreSettings here, ActContext context, CancellationToken stop)
        {
            var before = context.Now.AddMinutes(-here.AfterContactMinutes);
            var open = context.Db.Set<HandlingRow>().Where(row => row.ClosedAt == null).Select(row => row.Contact);
            var left = await context.Db.Set<ContactRow>().AsNoTracking()
                .Where(row => row.State == ContactState.Wrapping && row.Kind == FactKind.Live && row.EndedAt < before && !open.Contains(row.Id))
                .OrderBy(row => row.ArrivedAt).Take(Most).Select(row => row.Id).ToListAsync(stop);
            foreach (var contact in left)
                context.Happened(new ContactNeverWrapped(here.AfterContactMinutes), contact);
            return left.Count;
        }
    }
}
