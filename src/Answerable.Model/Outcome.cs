namespace Answerable.Model;

/// <summary>What an act or a rule comes to: a value, or the refusals that say why not. Refusals are values, never exceptions.</summary>
public readonly struct Outcome<T>
{
    private static readonly IReadOnlyList<Refusal> Undecided =
        [new("outcome.undecided", "Nothing was decided: this is a fault of ours. Try again, and tell your administrator if it comes back.")];

    private readonly T? _value;
    private readonly IReadOnlyList<Refusal>? _refusals;

    private Outcome(T? value, IReadOnlyList<Refusal>? refusals)
    {
        Allowed = refusals is null;
        _value = value;
        _refusals = refusals;
    }

    /// <summary>One that nobody made, <c>default</c>, is refused.</summary>
    public bool Allowed { get; }
    public IReadOnlyList<Refusal> Refusals => Allowed ? [] : _refusals ?? Undecided;
    public T Value => Allowed ? _value! : throw new InvalidOperationException($"Refused: {string.Join(" ", Refusals)}");

    internal static Outcome<T> Of(T value) => new(value, null);
    internal static Outcome<T> Of(IReadOnlyList<Refusal> refusals) => new(default, refusals);

    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) =>
        Allowed ? next(_value!) : Outcome<TNext>.Of(Refusals);

    /// <summary>The same refusals, as the outcome of what they put an end to.</summary>
    public Outcome<TOther> As<TOther>() =>
        Allowed ? throw new InvalidOperationException("Nothing was refused.") : Outcome<TOther>.Of(Refusals);

    public static implicit operator Outcome<T>(T value) => Of(value);
    public static implicit operator Outcome<T>(Refusal refusal) => Of([refusal]);
    public static implicit operator Outcome<T>(List<Refusal> refusals) => Of(refusals);
}

/// <summary>The value of an act that has nothing to say but that it was done.</summary>
public readonly record struct Done
{
    public static readonly Done It;
}
