using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Import;

/// <summary>Takes away the next remarks of passes before the present one. Returns how many there were.</summary>
[Needs(Permission.ImportData), InBulk]
internal sealed record ForgetRemarks(ImportId Import) : IAct<int>
{
    private const int MostAtOnce = 500;

    internal sealed class Handler : IHandle<ForgetRemarks, int>
    {
        public async Task<Outcome<int>> Handle(ForgetRemarks act, ActContext context, CancellationToken stop)
        {
            var remarks = context.Db.Set<RemarkRow>().Where(remark => remark.Import == act.Import);
            var before = await context.Db.Set<ImportRow>().Where(row => row.Id == act.Import).Select(row => row.RemarksBefore).SingleAsync(stop);
            var last = await remarks.Where(remark => remark.Number <= before).OrderBy(remark => remark.Number).Take(MostAtOnce)
                .MaxAsync(remark => (long?)remark.Number, stop);
            return last is null ? 0 : await remarks.Where(remark => remark.Number <= last).ExecuteDeleteAsync(stop);
        }
    }
}
