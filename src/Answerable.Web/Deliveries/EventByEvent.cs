using System.Buffers;
using System.Text.Json;
using Answerable.App.Deliveries;
using Answerable.Model;
using Answerable.Model.Privacy;

namespace Answerable.Web.Deliveries;

/// <summary>Reads a body in which some event is not as described: each is taken or refused on its own.</summary>
internal static class EventByEvent
{
    private static readonly HashSet<string> Known = [.. ApiJson.Default.ContactEvent.Properties.Select(property => property.Name)];

    /// <summary>Nothing where it is neither an event nor an array.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static EventsTold? Read(in ReadOnlySequence<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        if (document.RootElement.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))
            return null;
        JsonElement[] told = document.RootElement.ValueKind == JsonValueKind.Array
            ? [.. document.RootElement.EnumerateArray()] : [document.RootElement];
        var (events, unreadable) = (new ContactEvent[told.Length], new Dictionary<int, Refusal>());
        for (var place = 0; place < told.Length; place++)
            if (Amiss(told[place]) is { } amiss)
                (events[place], unreadable[place]) = (new ContactEvent { Id = IdOf(told[place]) }, amiss);
            else
                events[place] = told[place].Deserialize(ApiJson.Default.ContactEvent)!;
        return new EventsTold(events, unreadable);
    }

    private static Refusal? Amiss(JsonElement told)
    {
        if (told.ValueKind != JsonValueKind.Object)
            return new Refusal("event.none", $"This is {Words(told.ValueKind)} and no event: send an object.");
        try
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            return told.EnumerateObject().Select(property => Amiss(property, seen)).FirstOrDefault(amiss => amiss is not null);
        }
        catch (InvalidOperationException)
        {
            return new Refusal("event.field-unreadable", "A property holds half of a character, which is no text.");
        }
    }

    private static Refusal? Amiss(JsonProperty property, HashSet<string> seen)
    {
        if (!Known.Contains(property.Name))
        {
            var name = CardMask.Apply(property.Name.Length > 60 ? $"{property.Name[..60]}…" : property.Name);
            return new Refusal("event.property-unknown", $"'{name}' is no property of an event; these are: {string.Join(", ", Known)}.", name);
        }
        if (!seen.Add(property.Name))
            return new Refusal("event.property-twice", $"'{property.Name}' stands twice: send each property once.", property.Name);
        if (property.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
            return new Refusal("event.field-not-text",
                $"'{property.Name}' is {Words(property.Value.ValueKind)}: send it as text, in quotation marks.", property.Name);
        // Half of a character is found by reading it.
        property.Value.GetString();
        return null;
    }

    private static string? IdOf(JsonElement told)
    {
        try
        {
            return told.ValueKind == JsonValueKind.Object && told.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                ? id.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Words(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.Number => "a number",
        JsonValueKind.String => "text",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
