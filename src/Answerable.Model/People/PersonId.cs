namespace Answerable.Model.People;

public readonly record struct PersonId(Guid Value) : IStrongId<PersonId>
{
    public static PersonId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}
