using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.Model;

namespace Answerable.App.Measures;

/// <summary>Reads KPIs from the images in memory: picks cells, definition and labels, leaves the arithmetic to the pure reading.</summary>
internal sealed class KpiReader(MeasuresStores stores, QuarterPass pass, CentreInForce centre)
{
    private const int MostTries = 3;

    public async Task<Outcome<KpiFigures.Finding>> ReadAsync(KpiFigures asked, ReadingContext context, CancellationToken stop)
    {
        var found = await ReadAsync([asked], context, stop);
        return found.Allowed ? found.Value[0] : found.Refusals.ToList();
    }

    /// <summary>The figures of these questions, in their order and of one moment, or what is refused of the first that is.</summary>
    public Task<Outcome<IReadOnlyList<KpiFigures.Finding>>> ReadAsync(IReadOnlyList<KpiFigures> asked, ReadingContext context,
        CancellationToken stop) =>
        OfOneMomentAsync(moment => ReadAsync(asked, moment, stop), context, asked.Any(one => one.Whole));

    /// <summary>Reads whatever is read from one moment; again, from a later one, where storage has moved on meanwhile.</summary>
    public async Task<T> OfOneMomentAsync<T>(Func<KpiMoment, Task<T>> read, ReadingContext context, bool whole = false)
    {
        for (var tries = 1; ; tries++)
        {
            var moment = new KpiMoment(stores, context, (await centre.NowAsync()).Zone, whole);
            var found = await read(moment);
            if (!moment.HasPassed || tries == MostTries)
                return found;
        }
    }

    public async Task<Outcome<IReadOnlyList<KpiFigures.Finding>>> ReadAsync(IReadOnlyList<KpiFigures> asked, KpiMoment moment, CancellationToken stop)
    {
        var plans = new List<KpiPlan>();
        foreach (var one in asked)
        {
            var plan = await KpiPlan.OfAsync(one, moment, stop);
            if (!plan.Allowed)
                return plan.Refusals.ToList();
            plans.Add(plan.Value);
        }
        foreach (var family in plans.GroupBy(plan => plan.Kpi.Family))
            await LeadAsync(family.Key, [.. family.SelectMany(plan => plan.Readings)], moment, stop);
        return plans.ConvertAll(plan => plan.Found());
    }

    /// <summary>Leads the moment's quarter-hours past readings of a family.</summary>
    public async Task LeadAsync(Family family, IReadOnlyCollection<KpiReading> readings, KpiMoment moment, CancellationToken stop)
    {
        if (!await pass.LeadAsync(family, await moment.ImageAsync(family, stop), readings, stop))
            moment.HasPassed = true;
    }
}
