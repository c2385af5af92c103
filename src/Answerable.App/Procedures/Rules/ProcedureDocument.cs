using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Answerable.Model.Procedures;

namespace Answerable.App.Procedures;

/// <summary>A contact type with its procedure, as the documents that ship with the product tell it.</summary>
internal sealed record ProcedureDocument(ContactType Type, Chart Chart)
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>The names of those in a folder, in order.</summary>
    public static IEnumerable<string> In(string folder) => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>One that may tell of the chart alone; null where there is none of the name.</summary>
    public static (ContactType? Type, Chart Chart)? Find(string name)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(name);
        if (file is null)
            return null;
        var document = JsonSerializer.Deserialize<JsonElement>(file);
        return (document.TryGetProperty("type", out var type) ? type.Deserialize<ContactType>(Json) : null,
            ChartJson.Read(document.GetProperty("chart").GetRawText()));
    }

    public static ProcedureDocument Read(string name) => Find(name) is ({ } type, var chart)
        ? new ProcedureDocument(type, chart) : throw new InvalidOperationException($"{name} does not say what it serves.");
}
