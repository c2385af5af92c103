using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Answerable.Model.Journal;

/// <summary>The names of all facts, and how a fact is written in the journal and read back.</summary>
public static class FactCatalogue
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new StrongIdJson() },
    };

    private static readonly Dictionary<string, Type> Types = typeof(Fact).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Fact)) && !type.IsAbstract)
        .ToDictionary(NameOf);

    private static readonly Dictionary<Type, string> Names = Types.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static IReadOnlyCollection<string> AllNames => Types.Keys;

    public static string Name(Fact fact) => Names[fact.GetType()];

    public static string Write(Fact fact) => JsonSerializer.Serialize(fact, fact.GetType(), Json);

    public static Fact Read(string name, string body) => Types.TryGetValue(name, out var type)
        ? (Fact)JsonSerializer.Deserialize(body, type, Json)!
        : throw new FormatException($"The journal holds a fact of unknown name '{name}'.");

    private static string NameOf(Type type) =>
        type.GetCustomAttribute<FactNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{type.Name} lacks [FactName].");
}
