namespace Answerable.Model.Journal;

public readonly record struct ContactId(Guid Value) : IStrongId<ContactId>
{
    public static ContactId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}
