namespace Answerable.Model.Authority;

public readonly record struct ReferralId(Guid Value) : IStrongId<ReferralId>
{
    public static ReferralId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}
