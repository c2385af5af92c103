namespace Answerable.Analysis.Planning;

/// <summary>Why something was not done: a stable code and one sentence that names the row and column or field.</summary>
public sealed record Refusal(string Code, string Text);

/// <summary>A value, or the refusal that stands in its place. An expected refusal is a value, not an exception.</summary>
public readonly struct Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, Refusal? refusal) => (this.value, Refusal) = (value, refusal);

    /// <summary>Why there is no value; null when there is one.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The value; asking for it after a refusal is a bug and throws.</summary>
    public T Value => Refusal is null ? value! : throw new InvalidOperationException(Refusal.Text);

    /// <summary>Wraps a value.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>Wraps a refusal.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    /// <summary>Carries on with the value, or passes the refusal through.</summary>
    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) =>
        Refusal is { } refusal ? refusal : next(value!);
}
