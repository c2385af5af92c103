using System.Globalization;
using Answerable.Model;
using Answerable.Model.Privacy;

namespace Answerable.App.Deliveries;

/// <summary>One field of an event as it was told: what may stand in it, and what is said where it does not.</summary>
internal static class EventField
{
    private const int LongestWords = 100;
    private const int LongestId = 200;
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Refusal? Named(string? value, string field) =>
        value.Shown().Length == 0 ? new Refusal("event.field-needed", $"'{field}' is missing: the source's own id is needed.", field)
        : value!.Length > LongestId ? new Refusal("event.field-too-long", $"'{field}' is longer than {LongestId} characters.", field)
        : HoldsControls(value) ? new Refusal("event.field-unreadable", $"'{field}' holds control characters.", field)
        : null;

    public static Outcome<DateTimeOffset> When(string? text, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(text))
            return new Refusal("event.field-needed", "'at' is missing: when it happened, such as 2026-10-09T17:30:00Z.", "at");
        if (!CarriesOffset(text) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at))
            return new Refusal("event.at-unreadable", "'at' is not a date and time with its offset, such as 2026-10-09T17:30:00Z.", "at");
        if (at > now + Ahead)
            return new Refusal("event.in-the-future",
                $"'at' lies more than {Ahead.TotalMinutes:0} minutes in the future ({now:yyyy-MM-dd'T'HH:mm:ss'Z'} here): check the source's clock.",
                "at");
        if (at < Earliest)
            return new Refusal("event.too-old", "'at' lies before the year 2000: check the source's clock.", "at");
        return at;
    }

    private static bool CarriesOffset(string text) =>
        text.Length is >= 17 and <= 40 && (text[^1] == 'Z' || text.AsSpan(11).IndexOfAny('+', '-') >= 0);

    public static Refusal? NobodyBy(string customer) => CustomerReference.Nobody(customer) switch
    {
        NamesNobody.Withheld => new("event.customer-withheld",
            "'customer' names nobody (a number withheld or not known): no customer is known.", "customer"),
        NamesNobody.Rounded => new("event.customer-rounded",
            "'customer' was rounded by a spreadsheet and names nobody: no customer is known.", "customer"),
        NamesNobody.Card => new("event.customer-card",
            "'customer' reads as a card number, which is never kept: no customer is known. Begin a telephone number with + or tel:.", "customer"),
        null => null,
    };

    public static Outcome<string> Words(string? value, string field) =>
        value.Shown().Length == 0 ? new Refusal("event.field-needed", $"'{field}' is missing or empty.", field)
        : value!.Length > LongestWords ? new Refusal("event.field-too-long", $"'{field}' is longer than {LongestWords} characters.", field)
        : HoldsControls(value) ? new Refusal("event.field-unreadable", $"'{field}' holds control characters.", field)
        : CardMask.Apply(value.Trim());

    private static bool HoldsControls(string value) => value.AsSpan().ContainsAnyInRange('\0', '\u001f');

    /// <summary>What was told, to be said again: masked before it is cut, for half a card number no longer reads as one.</summary>
    public static string Quoted(string value)
    {
        var masked = CardMask.Apply(value);
        return masked.Length > 60 ? masked[..60] + "…" : masked;
    }
}
