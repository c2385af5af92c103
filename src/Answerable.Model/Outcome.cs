namespace Answerable.Model;

/// <summary>What an act or a rule comes to: a value, or the refusals that say why not. Refusals are values, never exceptions.</summary>
public readonly struct Outcome<T>
{
    private readonly T? _value;
    private readonly IReadOnlyList<Refusal>? _refusals;

    private Outcome(T? value, IReadOnlyList<Refusal>? refusals)
    {
        _value = value;
        _refusals = refusals;
    }

    public bool Allowed => _refusals is null;
    public IReadOnlyList<Refusal> Refusals => _refusals ?? [];
    public T Value => Allowed ? _value! : throw new InvalidOperationException($"Refused: {string.Join(" ", Refusals)}");

    internal static Outcome<T> Of(T value) => new(value, null);
    internal static Outcome<T> Of(IReadOnlyList<Refusal> refusals) => new(default, refusals);

    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) =>
        Allowed ? next(_value!) : Outcome<TNext>.Of(Refusals);

    public static implicit operator Outcome<T>(T value) => Of(value);
    public static implicit operator Outcome<T>(Refusal refusal) => Of([refusal]);
    public static implicit operator Outcome<T>(List<Refusal> refusals) => Of(refusals);
}

/// <summary>The value of an act that has nothing to say but that it was done.</summary>
public readonly record struct Done
{
    public static readonly Done It;
}
