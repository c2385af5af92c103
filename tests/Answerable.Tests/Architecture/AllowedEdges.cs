namespace Answerable.Tests.Architecture;

/// <summary>
/// The whole table of who may know whom: ring, then module. A module always knows itself and its ring's root.
/// This table is the architecture; docs/architecture.md is printed from it.
/// </summary>
internal static class AllowedEdges
{
    public static readonly IReadOnlyDictionary<string, string[]> Table = new Dictionary<string, string[]>
    {
        ["Simulation.Arrivals"] = ["Simulation.Distributions", "Simulation.Streams"],
        ["Simulation.Distributions"] = ["Simulation.Statistics", "Simulation.Streams"],
        ["Simulation.Fitting"] = ["Simulation.Distributions", "Simulation.Statistics"],
        ["Simulation.Replications"] = ["Simulation.Statistics"],
        ["Model.Authority"] = ["Model.Journal", "Model.People"],
        ["Model.Conduct"] = ["Model.Authority", "Model.Journal", "Model.People", "Model.Procedures"],
        ["Model.Journal"] = ["Model.People", "Model.Procedures"],
        ["Model.Measures"] = ["Model.Journal"],
        ["Model.People"] = ["Model.Journal"],
        ["Model.Planning"] = ["Model.Journal"],
        ["Model.Procedures"] = ["Model.Authority", "Model.Journal", "Model.People"],
        ["Analysis.Planning"] = ["Analysis.Rehearsal"],
        ["App.Authority"] = ["App.People"],
        ["App.Conduct"] = ["App.Authority", "App.Journal", "App.People", "App.Procedures"],
        ["App.Deliveries"] = ["App.Journal", "App.Keys", "App.People"],
        ["App.Demo"] = ["App.Authority", "App.Conduct", "App.Journal", "App.People", "App.Planning", "App.Procedures"],
        ["App.Home"] = ["App.Authority", "App.Conduct", "App.Journal", "App.People", "App.Procedures"],
        ["App.Import"] = ["App.Journal"],
        ["App.Journal"] = ["App.People"],
        ["App.Keys"] = ["App.People"],
        ["App.Measures"] = ["App.Journal", "App.People", "App.Procedures"],
        ["App.People"] = ["App.Journal"],
        ["App.Planning"] = ["App.Measures"],
        ["App.Procedures"] = ["App.Authority", "App.People"],
        ["Web.Home"] = ["Web.Authority", "Web.Measures"],
    };
}
