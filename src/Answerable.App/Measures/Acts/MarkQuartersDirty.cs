using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>Has quarter-hours of a family added up again.</summary>
/// <param name="Doubted">What is kept may itself be damaged: nothing of it is compared with.</param>
[Needs(Permission.AdministerSystem)]
[InBulk]
internal sealed record MarkQuartersDirty(byte Family, IReadOnlyCollection<int> Quarters, bool Doubted) : IAct<Done>
{
    /// <summary>So many an act, so that the desk need not wait for it.</summary>
    public const int Most = 500;

    internal sealed class Handler : IHandle<MarkQuartersDirty, Done>
    {
        public async Task<Outcome<Done>> Handle(MarkQuartersDirty act, ActContext context, CancellationToken stop)
        {
            var quarters = act.Quarters.ToArray();
            if (act.Doubted)
                await context.Db.Set<MeasuresQuarterRow>().Where(row => row.Family == act.Family && EF.Parameter(quarters).Contains(row.Quarter))
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Linked, Array.Empty<byte>()), stop);
            await MeasuresDirtyRow.MarkAsync(context.Db, act.Family, quarters, stop);
            return Done.It;
        }
    }
}
