using System.Globalization;

namespace Answerable.Model.Contacts;

/// <summary>
/// Of what may be told of a contact more than once, when the telling that counts happened: so a fact that comes late is weighed against it, and the
/// contact is the same in whichever order its facts come. A contact of which everything was told once keeps none: it is as its own instants say.
/// </summary>
public sealed record Told
{
    /// <summary>The first arrival; none until one is told.</summary>
    public DateTimeOffset? Arrived { get; init; }
    public DateTimeOffset? Ended { get; init; }
    public DateTimeOffset? Answered { get; init; }
    public DateTimeOffset? Guided { get; init; }
    public DateTimeOffset? Resolved { get; init; }
    /// <summary>It was recorded whole, and these times not with it.</summary>
    public Unknown Unknown { get; init; }
    /// <summary>It was closed because nobody told the end of the after-contact work.</summary>
    public bool NeverWrapped { get; init; }
    public Mark? Queue { get; init; }
    public Mark? Type { get; init; }
    public Mark? Customer { get; init; }

    /// <param name="ByArrival">Said by an arrival only, which yields to whatever is found out later.</param>
    public readonly record struct Mark(DateTimeOffset At, bool ByArrival);

    /// <summary>What a contact's own instants say of it.</summary>
    public static Told Of(Contact contact) => new()
    {
        Arrived = contact.ArrivedAt,
        Ended = contact.EndedAt == contact.ClosedAt ? null : contact.EndedAt,
        Answered = contact.AnsweredAt,
        Guided = contact.Procedure is null ? null : contact.AnsweredAt ?? contact.ArrivedAt,
        Resolved = contact.Resolved is null ? null : contact.EndedAt ?? contact.ArrivedAt,
        Queue = contact.QueuedAt is { } queued ? new Mark(queued, false) : contact.Queue.Length > 0 ? new Mark(contact.ArrivedAt, true) : null,
        Type = contact.Type is null ? null : new Mark(contact.ArrivedAt, true),
        Customer = contact.Customer is null ? null : new Mark(contact.ArrivedAt, true),
    };

    /// <summary>In a few characters: a letter and the milliseconds since 1970 of each, capital where an arrival said it.</summary>
    public override string ToString() => string.Concat(
        Part('a', Arrived), Part('e', Ended), Part('w', Answered), Part('g', Guided), Part('r', Resolved), Part('q', Queue), Part('t', Type),
            Part('c', Customer), Unsaid, NeverWrapped ? "n0 " : "");

    public static Told Read(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ToDictionary(part => part[0], part => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(part.AsSpan(1), CultureInfo.InvariantCulture)));
        DateTimeOffset? At(char letter) => parts.TryGetValue(letter, out var at) ? at : null;
        Mark? Marked(char letter) =>
            At(letter) is { } at ? new Mark(at, false) : At(char.ToUpperInvariant(letter)) is { } first ? new Mark(first, true) : null;
        return new Told
        {
            Arrived = At('a'),
            Ended = At('e'),
            Answered = At('w'),
            Guided = At('g'),
            Resolved = At('r'),
            Unknown = At('u')?.ToUnixTimeMilliseconds() is { } unsaid ? unsaid == 0 ? Unknown.Wait : (Unknown)unsaid : Unknown.Nothing,
            NeverWrapped = At('n') is not null,
            Queue = Marked('q'),
            Type = Marked('t'),
            Customer = Marked('c'),
        };
    }

    // A wait alone is written as it was when it was all that could be unsaid.
    private string Unsaid => Unknown is Unknown.Nothing ? ""
        : string.Create(CultureInfo.InvariantCulture, $"u{(Unknown == Unknown.Wait ? 0 : (int)Unknown)} ");

    private static string Part(char letter, DateTimeOffset? at) =>
        at is { } known ? string.Create(CultureInfo.InvariantCulture, $"{letter}{known.ToUnixTimeMilliseconds()} ") : "";

    private static string Part(char letter, Mark? mark) => Part(mark is { ByArrival: true } ? char.ToUpperInvariant(letter) : letter, mark?.At);
}
