namespace Answerable.Model.Measures;

public readonly record struct DefinitionId(Guid Value) : IStrongId<DefinitionId>
{
    public static DefinitionId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}
