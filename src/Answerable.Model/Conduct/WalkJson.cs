using System.Text.Json;
using System.Text.Json.Serialization;

namespace Answerable.Model.Conduct;

/// <summary>A walk put down in writing and taken up again, the same.</summary>
public static class WalkJson
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new StrongIdJson() },
    };

    public static string Write(Walk walk) => JsonSerializer.Serialize(walk, Json);

    public static Walk Read(string json) =>
        JsonSerializer.Deserialize<Walk>(json, Json) ?? throw new FormatException("A walk is kept as an object.");
}
