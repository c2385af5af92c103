using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Answerable.App.Deliveries;

namespace Answerable.Web.Deliveries;

/// <summary>How the API's bodies are read and written, made when the product is built. A name that is not known is refused, not passed
/// over, and so is one that stands twice.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ContactEvent))]
[JsonSerializable(typeof(List<ContactEvent?>))]
[JsonSerializable(typeof(EventsAnswer))]
[JsonSerializable(typeof(ContactAnswer))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>What is answered is read by people too: an apostrophe stays one.</summary>
    public static ApiJson Answers { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
