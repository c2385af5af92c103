using Answerable.Analysis.Measures;
using Answerable.App.Acts;
using Answerable.App.Home;
using Answerable.Model.People;

namespace Answerable.App.Measures;

/// <summary>KPIs by a part of their title or of the name the command line knows them by.</summary>
internal sealed class KpiPlaces : IPlaces
{
    public bool OpenTo(Actor who) => who.May(Permission.ReadMeasures);

    public Task<IEnumerable<Place>> NamedAsync(string words, ReadingContext context, CancellationToken stop) => Task.FromResult(Kpis.All
        .Where(kpi => kpi.Title.Contains(words, StringComparison.OrdinalIgnoreCase) || kpi.Name.Contains(words, StringComparison.OrdinalIgnoreCase))
        .Take(IPlaces.Most).Select(kpi => new Place(kpi.Title, "KPI", $"/measures/{kpi.Name}")));
}
