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
        ["Model.Centre"] = ["Model.Journal"],
        ["Model.Conduct"] = ["Model.Authority", "Model.Contacts", "Model.Journal", "Model.People", "Model.Procedures"],
        ["Model.Contacts"] = ["Model.Journal"],
        ["Model.Demo"] = ["Model.Journal"],
        ["Model.Import"] = ["Model.Journal"],
        ["Model.Keys"] = ["Model.Journal"],
        ["Model.Mail"] = ["Model.Journal"],
        ["Model.Measures"] = ["Model.Journal"],
        ["Model.People"] = ["Model.Journal"],
        ["Model.Planning"] = ["Model.Journal"],
        ["Model.Privacy"] = ["Model.Journal"],
        ["Model.Procedures"] = ["Model.Authority", "Model.Contacts", "Model.Journal", "Model.People", "Model.Privacy"],
        ["Analysis.Conduct"] = ["Analysis.Measures"],
        ["Analysis.Planning"] = ["Analysis.Rehearsal"],
        ["Analysis.Rehearsal"] = ["Analysis.Measures"],
        ["App.Authority"] = ["App.Home", "App.Journal", "App.People"],
        ["App.Conduct"] =
        [
            "App.Authority", "App.Contacts", "App.Home", "App.Journal", "App.Measures", "App.People", "App.Privacy", "App.Procedures", "App.Work",
        ],
        ["App.Contacts"] = ["App.Journal", "App.People"],
        ["App.Deliveries"] = ["App.Contacts", "App.Journal", "App.Keys", "App.People", "App.Privacy"],
        ["App.Demo"] = ["App.Authority", "App.Conduct", "App.Import", "App.Journal", "App.People", "App.Planning", "App.Privacy", "App.Procedures"],
        ["App.Import"] = ["App.Journal", "App.Operations", "App.Privacy", "App.Work"],
        ["App.Journal"] = ["App.Mail", "App.Operations", "App.Work"],
        ["App.Keys"] = ["App.Journal", "App.People"],
        ["App.Mail"] = ["App.Operations", "App.Work"],
        ["App.Measures"] = ["App.Contacts", "App.Home", "App.Journal", "App.People", "App.Procedures", "App.Work"],
        ["App.People"] = ["App.Home", "App.Journal", "App.Mail", "App.Work"],
        ["App.Planning"] = ["App.Journal", "App.Measures"],
        ["App.Privacy"] = ["App.Contacts", "App.Journal", "App.People", "App.Work"],
        ["App.Rehearsal"] = ["App.Authority", "App.Conduct", "App.Contacts", "App.Journal", "App.Measures", "App.People", "App.Procedures"],
        ["App.Procedures"] = ["App.Authority", "App.Contacts", "App.Home", "App.Journal", "App.People", "App.Work"],
        ["App.Work"] = ["App.Operations"],
        ["Web.Procedures"] = ["Web.Conduct", "Web.Measures"],
    };
}
