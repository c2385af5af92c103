namespace Answerable.Model.People;

public readonly record struct KeyId(Guid Value) : IStrongId<KeyId>
{
    public static KeyId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}
