using System.Text.Json;

namespace Answerable.Model.Contacts;

/// <summary>
/// A stretch of a customer's way that its source records apart: a queue, an agent, a callback. All stretches together are one contact.
/// </summary>
/// <param name="Id">The source's own name of it.</param>
/// <param name="At">Its beginning, unix milliseconds.</param>
/// <param name="Wait">Milliseconds, as the times after it; null where it is not known.</param>
public sealed record Leg(
    string Id, long Revision, long At, ContactState State, Direction Direction, string Queue, long Before, long? Wait, long? Talk, long? Hold,
    long? Wrap, string? Agent, Channel Channel, string? Type, Guid? Customer);

/// <summary>The legs of a contact in the order in which they began, each as it was last recorded.</summary>
public sealed class Legs : IEquatable<Legs>
{
    /// <summary>So many are kept, the first: no customer is sent on more often.</summary>
    public const int Most = 50;

    private readonly Leg[] _legs;

    private Legs(IEnumerable<Leg> legs) => _legs = [.. legs.OrderBy(leg => leg.At).ThenBy(leg => leg.Id, StringComparer.Ordinal).Take(Most)];

    public static readonly Legs None = new([]);

    public IReadOnlyList<Leg> All => _legs;

    public Legs With(Leg leg) => _legs.FirstOrDefault(known => known.Id == leg.Id) is { } known && known.Revision > leg.Revision
        ? this : new(_legs.Where(known => known.Id != leg.Id).Append(leg));

    /// <summary>Those that count towards how it ended: what is no contact does only where nothing else is known.</summary>
    private Leg[] Real => _legs.Any(leg => leg.State is not ContactState.Excluded)
        ? [.. _legs.Where(leg => leg.State is not ContactState.Excluded)] : _legs;

    /// <summary>
    /// The contact these legs make: it waited for its first answer since it joined its first queue, or, rung back, since it stood in line for that;
    /// all conversations and all work are its own; and it was left only where the last leg was.
    /// </summary>
    public Contact Of(Contact contact)
    {
        var real = Real;
        var (first, last, answers) = (real[0], real[^1], real.Where(leg => leg.State is ContactState.Handled).ToArray());
        var rungBack = real.LastOrDefault(leg => leg.Direction is Direction.Callback && (answers.Length == 0 || leg.At <= answers[0].At));
        var begins = rungBack ?? first;
        var over = answers.Length > 0 ? Over(answers[0]) : last.State is ContactState.Abandoned ? Over(last) : (DateTimeOffset?)null;
        var (talk, hold, wrap) = (Sum(leg => leg.Talk), Sum(leg => leg.Hold), Sum(leg => leg.Wrap));
        var answered = answers.Length > 0 ? over : null;
        var whole = contact with
        {
            ArrivedAt = At(_legs[0].At),
            Channel = _legs[0].Channel,
            Type = _legs.LastOrDefault(leg => leg.Type is not null)?.Type,
            Customer = _legs.FirstOrDefault(leg => leg.Customer is not null)?.Customer is { } customer ? new CustomerId(customer) : null,
            Direction = rungBack is not null ? Direction.Callback : first.Direction,
            Queue = real.LastOrDefault(leg => leg.Queue.Length > 0)?.Queue ?? "",
            QueuedAt = At(begins.At + begins.Before),
            AnsweredAt = answered,
            AbandonedAt = answered is null ? over : null,
            EndedAt = answered?.AddMilliseconds(talk + hold),
            ClosedAt = answered?.AddMilliseconds(talk + hold + wrap),
            HoldRecordedMs = hold,
            Holds = null,
            AgentName = answers.LastOrDefault()?.Agent,
            Excluded = real.All(leg => leg.State is ContactState.Excluded),
            Revision = _legs.Max(leg => leg.Revision),
            Legs = this,
            Told = null,
        };
        return whole.Without(Unknown.Wait.If(over is not null && (answers.FirstOrDefault() ?? last).Wait is null)
            | Unknown.Talk.If(Array.Exists(answers, leg => leg.Talk is null)) | Unknown.Hold.If(Array.Exists(answers, leg => leg.Hold is null))
            | Unknown.Wrap.If(Array.Exists(answers, leg => leg.Wrap is null)));

        long Sum(Func<Leg, long?> time) => answers.Sum(leg => time(leg) ?? 0);
    }

    public override string ToString() => JsonSerializer.Serialize(_legs, JsonSerializerOptions.Web);

    public static Legs Read(string text) => new(JsonSerializer.Deserialize<Leg[]>(text, JsonSerializerOptions.Web) ?? []);

    public bool Equals(Legs? other) => other is not null && _legs.AsSpan().SequenceEqual(other._legs);
    public override bool Equals(object? obj) => Equals(obj as Legs);
    public override int GetHashCode() => _legs.Aggregate(0, HashCode.Combine);

    private static DateTimeOffset Over(Leg leg) => At(leg.At + leg.Before + (leg.Wait ?? 0));

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
