using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Answerable.Web.Deliveries;

/// <summary>Says in words where in a body of events something is amiss: the reader's own way of saying it, such as $[3].at, is for
/// programmers.</summary>
internal static class JsonPlace
{
    public static string Words(string? path)
    {
        var (place, property) = Of(path);
        return (property is null ? "" : $"'{property}'") + (place is { } of ? $"{(property is null ? "" : " of ")}event {of}" : "");
    }

    /// <summary>The property itself, where one is named.</summary>
    public static string? Property(string? path) => Of(path).Property;

    /// <summary>The first property that stands twice in one object, and in which event of several, counted from 1.</summary>
    public static (string Property, int? Event)? Twice(in ReadOnlySequence<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 4 });
        var (seen, several, events) = (new Stack<HashSet<string>>(), false, 0);
        try
        {
            while (reader.Read())
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartArray when seen.Count == 0: several = true; break;
                    case JsonTokenType.StartObject:
                        if (seen.Count == 0)
                            events++;
                        seen.Push(new HashSet<string>(StringComparer.Ordinal));
                        break;
                    case JsonTokenType.EndObject: seen.Pop(); break;
                    case JsonTokenType.PropertyName when !seen.Peek().Add(reader.GetString()!):
                        return (reader.GetString()!, several ? events : null);
                }
        }
        catch (Exception unread) when (unread is JsonException or InvalidOperationException)
        {
            // What is no JSON, or no text, further on is said as such.
        }
        return null;
    }

    private static (int? Event, string? Property) Of(string? path)
    {
        if (path is not ['$', .. var rest])
            return default;
        int? place = null;
        if (rest is ['[', .. var from] && from.IndexOf(']') is > 0 and var end
            && int.TryParse(from.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            (place, rest) = (number + 1, from[(end + 1)..]);
        var property = rest is ['.', .. var plain] ? plain : rest is ['[', '\'', .. var quoted, '\'', ']'] ? quoted : "";
        return (place, property.Length > 0 ? property : null);
    }
}
