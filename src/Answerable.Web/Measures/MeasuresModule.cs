using System.CommandLine;
using Answerable.App.Measures;
using Answerable.Model.People;

namespace Answerable.Web.Measures;

internal sealed class MeasuresModule : IModule
{
    public IEnumerable<Entry> Entries =>
    [
        new("Monitor", 10, "Measures", "/measures", "chart-bar", Permission.ReadMeasures),
        new("Monitor", 20, "Agents", "/agents", "users", Permission.ReadMeasures),
        new("Monitor", 30, "Contacts", "/contacts", "list-check", Permission.ReadContacts),
    ];

    public IEnumerable<HomePart> OnHome => [new(typeof(HomeFigures), Beside: false, 10, who => who.May(Permission.ReadMeasures))];

    public IEnumerable<Command> Verbs => [KpiVerb.Create(), MeasuresVerb.Create()];

    /// <summary>How much of the measures is held in memory may be said: <c>Measures:ImageMegabytes</c>.</summary>
    public void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetValue<long?>("Measures:ImageMegabytes") is { } megabytes)
            services.AddSingleton(new MeasuresMemory(megabytes * 1024 * 1024));
    }

    public void MapTo(WebApplication app) => app.MapMeasures();
}
