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

    public static async ValueTask<Outcome<EventsTold>> ReadAsync(PipeReader body)
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

    public static Outcome<EventsTold> Parse(in ReadOnlySequence<byte> body)
    {
        try
        {
            return Counted(AtOnce(body) ?? EventByEvent.Read(body));
        }
        catch (JsonException broken)
        {
            return body.IsEmpty ? Empty : Malformed("it is not JSON", broken.LineNumber);
        }
    }

    /// <summary>As nearly every body is read: all events are as described.</summary>
    private static EventsTold? AtOnce(in ReadOnlySequence<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 4 });
        try
        {
            reader.Read();
            var several = reader.TokenType == JsonTokenType.StartArray ? JsonSerializer.Deserialize(ref reader, ApiJson.Default.ListContactEvent)
                : [JsonSerializer.Deserialize(ref reader, ApiJson.Default.ContactEvent)];
            return reader.Read() || several!.Contains(null) ? null : new EventsTold(several!, null);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Outcome<EventsTold> Counted(EventsTold? told) =>
        told is null ? Malformed("it is neither an object nor an array", null)
        : told.Events.Count == 0 ? Empty
        : told.Events.Count > ContactDeliveries.MostInABatch ? TooMany
        : told;

    private static Refusal Malformed(string why, long? line) => new("body.malformed",
        $"The body is not an event or an array of events: {why}{(line is > 0 ? $" (line {line + 1})" : "")}. Nothing was taken.");
}
