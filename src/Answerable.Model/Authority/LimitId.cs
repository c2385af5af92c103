namespace Answerable.Model.Authority;

public readonly record struct LimitId(Guid Value) : IStrongId<LimitId>
{
    public static LimitId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}
