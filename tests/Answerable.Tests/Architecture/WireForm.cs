using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Answerable.Tests.Architecture;

/// <summary>What a type is in writing, a line for each property at any depth and for each word it may hold. Names of our own types do not show: only
/// what is written does.</summary>
internal static class WireForm
{
    public static IEnumerable<string> Of(string name, Type type, JsonSerializerOptions json) => [name, .. Inside(name, type, json, [])];

    private static IEnumerable<string> Inside(string path, Type type, JsonSerializerOptions json, HashSet<Type> above)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare.IsEnum)
            return Enum.GetNames(bare).Select(word => $"{path} = {JsonNamingPolicy.CamelCase.ConvertName(word)}");
        var form = json.GetTypeInfo(bare);
        if (form.Kind == JsonTypeInfoKind.Enumerable)
            return Inside(path + "[]", form.ElementType!, json, above);
        if (form.Kind == JsonTypeInfoKind.Dictionary)
            return Inside(path + "{}", form.ElementType!, json, above);
        if (form.Kind != JsonTypeInfoKind.Object || !above.Add(bare))
            return [];
        var lines = (form.PolymorphismOptions?.DerivedTypes ?? [])
            .SelectMany(derived => Of($"{path} <{derived.TypeDiscriminator}>", derived.DerivedType, json, above))
            .Concat(form.Properties.Where(IsWritten).SelectMany(property => OfProperty(path, property, json, above))).ToList();
        above.Remove(bare);
        return lines;
    }

    private static IEnumerable<string> Of(string name, Type type, JsonSerializerOptions json, HashSet<Type> above) =>
        [name, .. Inside(name, type, json, above)];

    private static IEnumerable<string> OfProperty(string path, JsonPropertyInfo property, JsonSerializerOptions json, HashSet<Type> above)
    {
        var inside = $"{path}.{property.Name}";
        return [$"{inside}: {Words(property.PropertyType, json)}{(MayBeLeftOut(property) ? ", may be left out" : "")}",
            .. Inside(inside, property.PropertyType, json, above)];
    }

    // What is computed from the rest is written by some forms too; it is read by none, and may go.
    private static bool IsWritten(JsonPropertyInfo property) => property.Set is not null || property.AssociatedParameter is not null;

    private static bool MayBeLeftOut(JsonPropertyInfo property) =>
        property.AssociatedParameter is not { } parameter || parameter.HasDefaultValue || parameter.IsNullable
            || Nullable.GetUnderlyingType(property.PropertyType) is not null;

    private static string Words(Type type, JsonSerializerOptions json)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare.IsEnum)
            return "a word";
        if (bare.GetInterfaces().Any(implemented => implemented.IsGenericType && implemented.GetGenericTypeDefinition() == typeof(IStrongId<>))
            || bare == typeof(Guid))
            return "an id";
        return bare == typeof(string) ? "text"
            : bare == typeof(bool) ? "yes or no"
            : bare == typeof(int) || bare == typeof(long) ? "a whole number"
            : bare == typeof(double) || bare == typeof(decimal) ? "a number"
            : bare == typeof(DateTimeOffset) ? "an instant"
            : bare == typeof(DateOnly) ? "a date"
            : bare == typeof(TimeOnly) ? "a time of day"
            : json.GetTypeInfo(bare).Kind switch
            {
                JsonTypeInfoKind.Dictionary => "by name",
                JsonTypeInfoKind.Enumerable => "several",
                JsonTypeInfoKind.Object => "of parts",
                _ => bare.Name,
            };
    }
}
