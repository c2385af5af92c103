namespace Answerable.Tests.Architecture;

/// <summary>
/// The whole table of who may know whom: ring, then module. A module always knows itself and its ring's root.
/// This table is the architecture; docs/architecture.md is printed from it.
/// </summary>
internal static class AllowedEdges
{
    public static readonly IReadOnlyDictionary<string, string[]> Table = new Dictionary<string, string[]>
    {
        ["Model.People"] = ["Model.Journal"],
        ["Model.Journal"] = ["Model.People", "Model.Procedures"],
        ["Model.Procedures"] = ["Model.Journal", "Model.People", "Model.Authority"],
        ["Model.Authority"] = ["Model.Journal", "Model.People"],
        ["Model.Conduct"] = ["Model.Journal", "Model.People", "Model.Procedures", "Model.Authority"],
        ["App.Procedures"] = ["App.People", "App.Authority"],
        ["App.Authority"] = ["App.People"],
        ["App.Conduct"] = ["App.Journal", "App.People", "App.Procedures", "App.Authority"],
        ["App.Home"] = ["App.Authority", "App.Conduct", "App.Journal", "App.People", "App.Procedures"],
        ["App.People"] = ["App.Journal"],
    };
}
