using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Answerable.App.Deliveries;
using Answerable.Model;

namespace Answerable.Web.Deliveries;

/// <summary>Reads the events out of a request's body: one object, or an array of them.</summary>
internal static class EventsBody
{
    public const int Largest = 1_048_576;

    public static readonly Refusal TooLarge = new("body.too-large", "The body is larger than 1 MB. Send fewer events at once.");
    private static readonly Refusal Empty = new("body.empty", "The body is empty: send one event, or an array of events.");
    private static readonly Refusal TooMany =
        new("body.too-many", $"More than {ContactDeliveries.MostInABatch} events stand in the body. Send fewer at once.");

    public static async ValueTask<Outcome<IReadOnlyList<ContactEvent>>> ReadAsync(PipeReader body)
    {
        while (true)
        {
            var read = await body.ReadAsync();
            if (read.Buffer.Length > Largest)
                return TooLarge;
            if (read.IsCompleted)
            {
                var events = Parse(read.Buffer);
                body.AdvanceTo(read.Buffer.End);
                return events;
            }
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    public static Outcome<IReadOnlyList<ContactEvent>> Parse(in ReadOnlySequence<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 4 });
        try
        {
            if (!reader.Read())
                return Empty;
            if (reader.TokenType == JsonTokenType.StartArray)
                return Several(ref reader);
            var only = JsonSerializer.Deserialize(ref reader, ApiJson.Default.ContactEvent);
            if (Trailing(ref reader) is { } trailing)
                return trailing;
            return only is null ? Empty : new[] { only };
        }
        catch (JsonException broken)
        {
            if (body.IsEmpty)
                return Empty;
            return JsonPlace.Twice(body) is var (twice, @event) ? Twice(twice, @event)
                : Malformed(JsonPlace.Words(broken.Path) is { Length: > 0 } place ? $"look at {place}" : "it is not JSON", broken.LineNumber,
                    JsonPlace.Property(broken.Path));
        }
    }

    private static Outcome<IReadOnlyList<ContactEvent>> Several(ref Utf8JsonReader reader)
    {
        var several = JsonSerializer.Deserialize(ref reader, ApiJson.Default.ListContactEvent)!;
        if (Trailing(ref reader) is { } trailing)
            return trailing;
        if (several.Count == 0)
            return Empty;
        if (several.Count > ContactDeliveries.MostInABatch)
            return TooMany;
        var missing = several.IndexOf(null);
        return missing < 0 ? several! : Malformed($"look at event {missing + 1}, which is none", null);
    }

    private static Refusal? Trailing(ref Utf8JsonReader reader) => reader.Read() ? Malformed("something follows after its end", null) : null;

    private static Refusal Twice(string property, int? place) => new("body.property-twice",
        $"'{property}' stands twice{(place is { } of ? $" in event {of}" : "")}: send each property once. Nothing was taken.", property);

    private static Refusal Malformed(string where, long? line, string? property = null) =>
        new("body.malformed",
            $"The body is not an event or an array of events as described: {where}{(line is > 0 ? $" (line {line + 1})" : "")}. Nothing was taken.",
            property);
}
