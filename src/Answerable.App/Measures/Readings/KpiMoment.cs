using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>
/// What all figures of one page are read from: each image, the labels and the definitions at most once, when first needed, and from then on
/// the same, whatever is delivered meanwhile.
/// </summary>
/// <param name="zone">The centre's.</param>
/// <param name="whole">Waits until everything is added up, however long it takes.</param>
internal sealed class KpiMoment(MeasuresStores stores, ReadingContext context, string zone, bool whole)
{
    private readonly Dictionary<byte, MeasuresImage> _images = [];
    private Labels? _labels;
    private List<DefinitionRow>? _definitions;

    /// <summary>Whether storage has moved on from what was taken, so that older quarter-hours could not be read as they were.</summary>
    public bool HasPassed { get; set; }

    /// <summary>The centre's zone, in which dates are meant unless another is asked for.</summary>
    public string Zone => zone;

    /// <summary>Who asks.</summary>
    public ReadingContext Context => context;

    /// <summary>The quarter-hour now.</summary>
    public int Now { get; } = (int)(context.Now.ToUnixTimeSeconds() / 900);

    public async Task<MeasuresImage> ImageAsync(Family family, CancellationToken stop)
    {
        if (!_images.TryGetValue(family.Id, out var image))
            _images[family.Id] = image = await stores.Of(family).CurrentAsync(stop, whole);
        return image;
    }

    public async Task<Labels> LabelsAsync(CancellationToken stop) => _labels ??= await Labels.ReadAsync(context.Db, stop);

    public async Task<List<DefinitionRow>> DefinitionsAsync(Kpi kpi, CancellationToken stop)
    {
        _definitions ??= await context.Db.Set<DefinitionRow>().AsNoTracking().OrderBy(row => row.Version).ToListAsync(stop);
        return _definitions.FindAll(row => row.Kpi == kpi.Name);
    }
}
