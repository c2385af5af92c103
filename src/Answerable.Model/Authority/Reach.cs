using Answerable.Model.Centre;

namespace Answerable.Model.Authority;

/// <summary>
/// How far anybody who could be asked may go. Beyond it nobody can approve, so nobody is promised an answer: it is said to whoever asks
/// before they do, and to whoever decides from the start, in these words.
/// </summary>
/// <param name="Anybody">One of them may decide it at all.</param>
/// <param name="UpToPence">The most any of them may decide; null where nothing binds or no amount is concerned.</param>
public sealed record Reach(DecisionKind Kind, bool Anybody, long? UpToPence, Currency Currency)
{
    public const string Beyond = "referral.nobody-may";

    public static Reach Of(
        Matrix matrix, DecisionKind kind, Asked asked, IEnumerable<Decider> deciders, IReadOnlyList<Given> given, DateTimeOffset at)
    {
        var nothing = asked with { Pence = kind.Money ? 0 : null };
        var rooms = deciders.Where(decider => matrix.Covers(kind, nothing, decider, given, at))
            .Select(decider => kind.Money ? matrix.Headroom(kind, nothing, decider, given, at) : null)
            .ToArray();
        return new Reach(kind, rooms.Length > 0, rooms.Contains(null) ? null : rooms.Max() ?? 0, matrix.Currency);
    }

    public bool Covers(long? pence) => Anybody && (UpToPence is not { } most || (pence ?? 0) <= most);

    /// <summary>What is known before an amount is named; null where nothing bounds it.</summary>
    public string? AtStep() => (Anybody, UpToPence) switch
    {
        (false, _) => "As limits stand nobody may approve it: it can only be refused. Ask a manager for the limit to be set.",
        (_, null) => null,
        (_, 0) => "As limits stand nobody may approve any more of it: ask a manager for the limit to be set.",
        (_, { } most) => $"As limits stand nobody may approve more than {Currency.Words(most)}: for more, ask a manager for the limit to be set.",
    };

    /// <summary>To whoever is about to ask for it.</summary>
    public string ToAsker(long? pence) => SomeOf(pence) is { } most
        ? $"{Nobody(pence)} Enter an amount up to {Currency.Words(most)}, or ask a manager for the limit to be set."
        : $"{Nobody(pence)} Ask a manager for the limit to be set.";

    /// <summary>To whoever asked for it all the same.</summary>
    public string Meanwhile(long? pence) => SomeOf(pence) is null
        ? $"{Nobody(pence)} It can only be refused, unless a manager has the limit set."
        : $"{Nobody(pence)} It can only be refused or approved for less, unless a manager has the limit set.";

    /// <summary>To whoever decides it.</summary>
    /// <param name="own">How much they may decide themselves.</param>
    public string ToDecider(long? pence, long? own) => pence > 0 && own > 0
        ? $"{Nobody(pence)} Approve up to {Currency.Words(own.Value)}, refuse it, or ask for the limit to be set."
        : $"{Nobody(pence)} Refuse it, or ask for the limit to be set.";

    private string Nobody(long? pence) => SomeOf(pence) is { } most
            ? $"As limits stand nobody may approve {Currency.Words(pence!.Value)}, only up to {Currency.Words(most)}."
        : pence > 0 ? $"As limits stand nobody may approve {Currency.Words(pence.Value)}, nor any part of it."
        : "As limits stand nobody may approve it.";

    private long? SomeOf(long? pence) => pence > 0 && UpToPence > 0 ? UpToPence : null;
}
