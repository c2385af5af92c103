namespace Answerable.Model.Procedures;

public readonly record struct ContactTypeId(Guid Value) : IStrongId<ContactTypeId>
{
    public static ContactTypeId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}
