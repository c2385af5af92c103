namespace Answerable.Model.Planning;

public readonly record struct RehearsalId(Guid Value) : IStrongId<RehearsalId>
{
    public static RehearsalId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}
