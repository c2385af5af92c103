namespace Answerable.Model.Conduct;

public readonly record struct WalkId(Guid Value) : IStrongId<WalkId>
{
    public static WalkId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}
