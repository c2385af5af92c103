using Answerable.App.Procedures;
using Answerable.Model.Procedures;

namespace Answerable.App.Demo;

/// <summary>A contact type of the demo centre with its procedure, read from one document; where an earlier version is told, from a second.</summary>
internal sealed record DemoProcedure(ContactType Type, Chart Chart, Chart? Earlier)
{
    private const string Folder = "Answerable.App.Demo.Procedures.";
    private const string Before = ".earlier.json";

    public static readonly IReadOnlyList<DemoProcedure> All =
        [.. ProcedureDocument.In(Folder).Where(name => !name.EndsWith(Before, StringComparison.Ordinal)).Select(Read)];

    public static DemoProcedure Of(string code) => All.First(procedure => procedure.Type.Code == code);

    private static DemoProcedure Read(string name)
    {
        var now = ProcedureDocument.Read(name);
        return new DemoProcedure(now.Type, now.Chart, ProcedureDocument.Find(name.Replace(".json", Before, StringComparison.Ordinal))?.Chart);
    }
}
