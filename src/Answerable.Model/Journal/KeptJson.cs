using System.Text.Json;
using System.Text.Json.Serialization;

namespace Answerable.Model.Journal;

/// <summary>
/// How facts and walks are written down. What is written stays for good, so this never changes, and neither does what is written by it: a test holds
/// every name, property and word against the releases (docs/adr/0012).
/// </summary>
public static class KeptJson
{
    public static readonly JsonSerializerOptions Options = Made();

    private static JsonSerializerOptions Made()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new StrongIdJson() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
