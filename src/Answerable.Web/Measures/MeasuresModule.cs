using System.CommandLine;
using Answerable.App.Acts;
using Answerable.App.Measures;

namespace Answerable.Web.Measures;

internal sealed class MeasuresModule : IModule
{
    public IEnumerable<Entry> Entries =>
    [
        Entry.To<MeasuresPage>("Monitor", 10, "Measures", "chart-bar"),
        Entry.To<AgentsPage>("Monitor", 20, "Agents", "users"),
        Entry.To<ContactsPage>("Monitor", 30, "Contacts", "list-check"),
    ];

    public IEnumerable<HomePart> OnHome => [new(typeof(HomeFigures), Beside: false, 10, who => who.May<KpiBoard>())];

    public IEnumerable<Command> Verbs => [KpiVerb.Create(), MeasuresVerb.Create()];

    /// <summary>How much of the measures is held in memory may be said: <c>Measures:ImageMegabytes</c>.</summary>
    public void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetValue<long?>("Measures:ImageMegabytes") is { } megabytes)
            services.AddSingleton(new MeasuresMemory(megabytes * 1024 * 1024));
    }

    public void MapTo(WebApplication app) => app.MapMeasures();
}
