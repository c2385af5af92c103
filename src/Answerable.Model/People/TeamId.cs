namespace Answerable.Model.People;

public readonly record struct TeamId(Guid Value) : IStrongId<TeamId>
{
    public static TeamId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}
