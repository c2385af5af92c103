using System.ComponentModel;
using Answerable.App.Deliveries;
using Answerable.Model;

namespace Answerable.Web.Deliveries;

/// <summary>What became of the events delivered.</summary>
[Description("What became of the events delivered. Accepted and duplicate events are kept for good.")]
internal sealed record EventsAnswer(int Accepted, int Duplicate, int Refused, IReadOnlyList<EventAnswer> Results)
{
    public static EventsAnswer Of(EventResult[] results) => new(
        results.Count(result => result.Status == EventStatus.Accepted),
        results.Count(result => result.Status == EventStatus.Duplicate),
        results.Count(result => result.Status == EventStatus.Refused),
        Array.ConvertAll(results, EventAnswer.Of));
}

/// <param name="Index">The event's place in the batch, from 0.</param>
/// <param name="Status">accepted, duplicate or refused.</param>
/// <param name="Code">Why it was refused; or, of one taken, what of it could not be taken as it was told.</param>
/// <param name="Contact">This centre's id of the contact.</param>
internal sealed record EventAnswer(int Index, string? Id, string Status, Guid? Contact, string? Code, string? Detail, string? Field)
{
    public static EventAnswer Of(EventResult result) => new(result.Index, result.Id, result.Status switch
    {
        EventStatus.Accepted => "accepted",
        EventStatus.Duplicate => "duplicate",
        EventStatus.Refused => "refused",
    }, result.Contact, Said(result)?.Code, Said(result)?.Text, Said(result)?.Field);

    private static Refusal? Said(EventResult result) => result.Refusal ?? result.Remark;
}
