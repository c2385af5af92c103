using Answerable.Analysis.Measures;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Measures;

/// <summary>The stores of all families that are kept.</summary>
internal sealed class MeasuresStores : IDisposable
{
    private readonly Dictionary<byte, MeasuresStore> _stores;

    public MeasuresStores(IEnumerable<IContribution> contributions, MeasuresMemory memory, IServiceProvider services)
    {
        var all = contributions.ToList();
        _stores = all.ToDictionary(
            contribution => contribution.Family.Id,
                contribution => ActivatorUtilities.CreateInstance<MeasuresStore>(services, contribution, memory.Shared(all.Count)));
    }

    public IEnumerable<MeasuresStore> All => _stores.Values;

    public MeasuresStore Of(Family family) => _stores[family.Id];

    public void Dispose()
    {
        foreach (var store in All)
            store.Dispose();
    }
}
