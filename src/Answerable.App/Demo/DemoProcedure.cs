using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Answerable.Model.Procedures;

namespace Answerable.App.Demo;

/// <summary>A contact type of the demo centre with its procedure, read from one document; where an earlier version is told, from a second.</summary>
internal sealed record DemoProcedure(ContactType Type, Chart Chart, Chart? Earlier)
{
    private const string Folder = "Answerable.App.Demo.Procedures.";

    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static readonly IReadOnlyList<DemoProcedure> All = Read();

    public static DemoProcedure Of(string code) => All.First(procedure => procedure.Type.Code == code);

    private static DemoProcedure[] Read() =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && !name.EndsWith(".earlier.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Read(name[Folder.Length..^".json".Length])),
    ];

    private static DemoProcedure Read(string code)
    {
        var document = Document($"{Folder}{code}.json")!.Value;
        var type = document.GetProperty("type").Deserialize<ContactType>(Json)!;
        return new DemoProcedure(type, ChartOf(document), Document($"{Folder}{code}.earlier.json") is { } earlier ? ChartOf(earlier) : null);
    }

    private static JsonElement? Document(string name)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(name);
        return file is null ? null : JsonSerializer.Deserialize<JsonElement>(file);
    }

    private static Chart ChartOf(JsonElement document) => ChartJson.Read(document.GetProperty("chart").GetRawText());
}
