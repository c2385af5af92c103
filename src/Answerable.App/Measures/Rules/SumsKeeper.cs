using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Measures;

/// <summary>Brings sums to the writer ready to be kept: their names numbered, their cells as bytes; and has those added up again that must
/// be.</summary>
internal sealed class SumsKeeper(IServiceProvider services, IDbContextFactory<AnswerableDb> databases)
{
    public async Task KeepAsync(Summed summed, CancellationToken stop)
    {
        var names = await NumberedAsync(summed, stop);
        var rows = summed.Quarters.Select(quarter => new MeasuresQuarterRow
        {
            Family = summed.Family.Id,
            Quarter = quarter.Quarter,
            AsOf = summed.AsOf,
            Holds = summed.Family.Holds,
            Cells = QuarterBytes.Write(
                new QuarterColumns(summed.Family, quarter.Quarter, [.. quarter.Cells.Select(pair => (pair.Key.Code(names), pair.Value))])),
            Linked = quarter.Linked,
        });
        foreach (var chunk in rows.Chunk(KeepQuarters.Most))
            await DoAsync(new KeepQuarters(chunk), stop);
    }

    /// <summary>Marks the quarter-hours that were kept by a program that knew less, or in an older form: the worker then adds them up
    /// again.</summary>
    public async Task HealAsync(Family family, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var lacking = (await db.Set<MeasuresQuarterRow>().Where(row => row.Family == family.Id).Select(row => row.Holds).Distinct().ToListAsync(stop))
            .Where(family.Lacks).ToArray();
        if (lacking.Length == 0)
            return;
        var quarters = await db.Set<MeasuresQuarterRow>().Where(row => row.Family == family.Id && EF.Parameter(lacking).Contains(row.Holds))
            .Select(row => row.Quarter).ToListAsync(stop);
        await MarkAsync(family, quarters, doubted: false, stop);
    }

    public async Task MarkAsync(Family family, IReadOnlyCollection<int> quarters, bool doubted, CancellationToken stop)
    {
        foreach (var chunk in quarters.Chunk(MarkQuartersDirty.Most))
            await DoAsync(new MarkQuartersDirty(family.Id, chunk, doubted), stop);
    }

    private async Task<Names> NumberedAsync(Summed summed, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var names = await MeasuresNameRow.ReadAsync(db.Set<MeasuresNameRow>(), stop);
        var named = summed.Family.Key.Where(dimension => dimension.IsNamed()).ToArray();
        var unknown = new HashSet<(Dimension Dimension, string Text)>();
        foreach (var quarter in summed.Quarters)
            foreach (var key in quarter.Cells.Keys)
                foreach (var dimension in named)
                    if (names.Find(dimension, key[dimension]) is null)
                        unknown.Add((dimension, key[dimension]));
        if (unknown.Count == 0)
            return names;
        await DoAsync(new NumberNames(unknown), stop);
        return await MeasuresNameRow.ReadAsync(db.Set<MeasuresNameRow>(), stop);
    }

    private Task<Outcome<T>> DoAsync<T>(IAct<T> act, CancellationToken stop) =>
        services.GetRequiredService<Dispatcher>().DoAsync(act, Actor.System, stop);
}
