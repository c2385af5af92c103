using System.Text.Json;
using System.Text.Json.Serialization;

namespace Answerable.Model.Procedures;

/// <summary>How a chart is written down and read back: the same chart, word for word.</summary>
public static class ChartJson
{
    // Defaults are written out: a strict step is the enum's zero, but not what a step is when nothing is said.
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write(Chart chart) => JsonSerializer.Serialize(chart, Options);

    public static Chart Read(string json) =>
        JsonSerializer.Deserialize<Chart>(json, Options) ?? throw new FormatException("The chart is empty.");
}
